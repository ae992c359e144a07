package org.huiyin.outbound;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the module. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboundSettings.class)
class OutboundSetup {

    @Bean(destroyMethod = "close")
    Outbound outbound(OutboundSettings settings) {
        return new Outbound(settings.networks());
    }
}
