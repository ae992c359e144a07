package org.huiyin.reading;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The words documents are read by. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadingSettings.class)
class ReadingSetup {

    @Bean
    Rules readingRules(ReadingSettings settings) {
        return settings.read();
    }
}
