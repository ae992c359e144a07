package org.huiyin.frame;

import java.time.InstantSource;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Ties the frame into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class FrameWeb {

    @Bean
    Texts texts(@Value("${huiyin.strict-texts:false}") boolean strict) {
        return Texts.fromClasspath(strict);
    }

    @Bean
    Assets assets() {
        return Assets.fromClasspath();
    }

    @Bean
    Pages pages(
            Texts texts,
            Assets assets,
            InstantSource time,
            ObjectProvider<Unread> unread,
            ObjectProvider<NavigationLink> links) {
        return new Pages(texts, assets, time, unread::getIfAvailable, links::orderedStream);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareAnswers() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(BareAnswer.class.getName());
            }
        });
    }

    @Bean
    WebMvcConfigurer pageWiring(Pages pages) {
        PageAnswer answer = new PageAnswer();
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PageArgument(pages));
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(answer);
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(answer);
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new ReadableText());
                // what programs and other sites show says its language itself, and remembers nobody
                interceptors
                        .addInterceptor(new Preferences())
                        .excludePathPatterns("/board/*.atom", "/board/embed", "/board/picture*");
            }
        };
    }
}
