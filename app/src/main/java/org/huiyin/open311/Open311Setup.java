package org.huiyin.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.KeyFilter;
import org.huiyin.key.Limits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts callers, and lets the scripts of any site read: it is all public, and no cookie opens anything here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Open311Settings.class)
class Open311Setup implements WebMvcConfigurer {

    private final Limits limits;

    Open311Setup(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new Door(limits)).addPathPatterns("/open311/**");
    }

    private record Door(Limits limits) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
            if (!limits.admit(request, response)) {
                throw new ProblemException(Problem.of("too-many-requests", 429));
            }
            if (KeyFilter.inAddress(request)) {
                throw new ProblemException(Problem.of("key-in-address", 400));
            }
            return true;
        }
    }
}
