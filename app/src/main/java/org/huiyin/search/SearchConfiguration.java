package org.huiyin.search;

import javax.sql.DataSource;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everybody may look for the matters that stand on the board. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    Finder finder(DataSource database, Programmes programmes) {
        return new Finder(
                database,
                () -> programmes.newest().stream()
                        .filter(Programme::titleOpen)
                        .map(Programme::name)
                        .toList());
    }
}
