package org.huiyin.assessment;

import java.time.ZoneId;
import org.huiyin.programme.Measuring;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets up what counts. */
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

    @Bean
    Counting counting(Measuring measuring, @Value("${huiyin.zone}") ZoneId zone) {
        return new Counting(measuring, zone);
    }

    /** Commands that do one thing and end leave it to the service. */
    @Bean
    @ConditionalOnWebApplication
    AddingUp addingUp(JdbcClient database) {
        return new AddingUp(database);
    }
}
