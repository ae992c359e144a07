package org.huiyin;

import java.time.InstantSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The web application, started by the command line once its database answers. */
@EnableScheduling
@SpringBootApplication
public class HuiyinApplication {

    /** The one place where the time of day enters. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    static BeanFactoryPostProcessor settings(ConfigurableEnvironment environment) {
        return beans -> Settings.refuseUnknown(environment);
    }
}
