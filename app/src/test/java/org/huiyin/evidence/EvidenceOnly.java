package org.huiyin.evidence;

import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.TestDatabase;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The frame and evidence alone behind a real web server. Readers of matters are those who send the header {@code X-Reads: <matter>}. No
 * component, so that no scan of the whole finds it.
 */
@EnableAutoConfiguration(excludeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ComponentScan({"org.huiyin.evidence", "org.huiyin.frame"})
class EvidenceOnly {

    static ConfigurableApplicationContext start(Path directory) {
        return new SpringApplicationBuilder(EvidenceOnly.class)
                .properties(
                        "server.port=0",
                        "huiyin.evidence.directory=" + directory,
                        "huiyin.evidence.request=1MB",
                        "huiyin.evidence.reserve=0")
                .run();
    }

    static int port(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the web server does not run");
        }
        return server.getPort();
    }

    @Bean
    DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    InstantSource time() {
        return TestClock.at("2026-03-03T09:00");
    }

    @Bean
    MayRead byHeader() {
        return (actor, request, matter, step) ->
                Long.toString(matter).equals(request.getHeader("X-Reads")) ? Sight.WHOLE : Sight.NOTHING;
    }

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
