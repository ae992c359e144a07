package org.huiyin.assessment;

import java.time.ZoneId;
import org.huiyin.programme.Measuring;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up what counts. */
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

    @Bean
    Counting counting(Measuring measuring, @Value("${huiyin.zone}") ZoneId zone) {
        return new Counting(measuring, zone);
    }
}
