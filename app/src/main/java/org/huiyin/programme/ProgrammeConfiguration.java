package org.huiyin.programme;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The programmes and measures of this process: those that come with Huiyin. */
@Configuration(proxyBeanMethods = false)
class ProgrammeConfiguration {

    @Bean
    Programmes programmes() {
        return ProgrammeReader.packaged();
    }

    @Bean
    Measuring measuring() {
        return MeasuresReader.packaged();
    }
}
