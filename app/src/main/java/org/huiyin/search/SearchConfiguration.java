package org.huiyin.search;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everybody may look for the matters that stand on the board. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    Finder finder(DataSource database, @Value("${huiyin.intake.programmes:three-lists}") List<String> open) {
        return new Finder(database, open);
    }
}
