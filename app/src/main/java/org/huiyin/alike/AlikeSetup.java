package org.huiyin.alike;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the Desk keep an imprint of what is raised. */
@Configuration(proxyBeanMethods = false)
class AlikeSetup {

    @Bean
    ImprintScribe imprintScribe() {
        return new ImprintScribe();
    }
}
