package org.huiyin.frame;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The frame's pages alone, without a database: {@code FrameOnly --server.port=…}. No component, so that no scan of the whole finds it. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ComponentScan("org.huiyin.frame")
class FrameOnly {

    @Bean
    SecurityFilterChain everybody(HttpSecurity http, ForbiddenPage forbidden) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .exceptionHandling(refused -> refused.accessDeniedHandler(forbidden))
                .build();
    }

    @Bean
    InstantSource time() {
        return InstantSource.system();
    }

    /** A page that breaks, to see what its reader sees. */
    @Bean
    Object broken(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages)
            throws NoSuchMethodException {
        RequestMappingInfo address =
                RequestMappingInfo.paths("/broken").methods(RequestMethod.POST).build();
        pages.registerMapping(address, new Broken(), Broken.class.getDeclaredMethod("page"));
        return Broken.class;
    }

    static final class Broken {
        void page() {
            throw new IllegalStateException("secret of the house");
        }
    }

    public static void main(String[] arguments) {
        SpringApplication.run(FrameOnly.class, arguments);
    }
}
