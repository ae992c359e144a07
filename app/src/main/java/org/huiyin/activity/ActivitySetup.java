package org.huiyin.activity;

import java.time.ZoneId;
import org.huiyin.org.Organisation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of this process and the rules over them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShortMessageSettings.class)
class ActivitySetup {

    @Bean
    Kinds kinds() {
        return KindReader.packaged();
    }

    @Bean
    Rules activityRules(Organisation organisation, @Value("${huiyin.zone}") ZoneId zone) {
        return new Rules(new PlanRules(organisation), new Distances(organisation), zone);
    }
}
