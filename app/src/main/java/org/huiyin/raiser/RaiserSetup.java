package org.huiyin.raiser;

import org.huiyin.matter.Anonymising;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Forgetting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up anonymising with everything a feature keeps beside the steps. */
@Configuration(proxyBeanMethods = false)
class RaiserSetup {

    @Bean
    Anonymising anonymising(Desk.Equipment equipment, ObjectProvider<Forgetting> forgetting) {
        return new Anonymising(equipment, forgetting.orderedStream().toList());
    }
}
