package org.huiyin.suggestion;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programmes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up what goes on by itself; commands that do one thing and end leave it to the service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SuggestionSettings.class)
class SuggestionSetup {

    @Bean
    @ConditionalOnWebApplication
    Nights learningNights(
            Learnings learnings,
            Models models,
            Endings endings,
            Programmes programmes,
            Nights.Surroundings surroundings) {
        return new Nights(learnings, models, endings, programmes, surroundings);
    }

    @Bean
    Nights.Surroundings learningSurroundings(
            JdbcConnectionDetails database,
            SuggestionSettings settings,
            InstantSource clock,
            @Value("${huiyin.zone}") ZoneId zone,
            @Value("${huiyin.key-file}") Path keys,
            @Value("${huiyin.log.key-file}") Path logKeys) {
        // as the child reads them from its environment
        Map<String, String> files = Map.of(
                "HUIYIN_KEY_FILE", keys.toAbsolutePath().toString(),
                "HUIYIN_LOG_KEY_FILE", logKeys.toAbsolutePath().toString());
        return new Nights.Surroundings(database, settings, clock, zone, files);
    }

    @Bean
    @ConditionalOnWebApplication
    Waiting waitingMatters(
            JdbcClient database,
            Serving serving,
            SuggestedMatters suggested,
            Waiting.City city,
            TransactionTemplate transaction) {
        return new Waiting(database, serving, suggested, city, transaction);
    }

    @Bean
    Waiting.City suggestionCity(
            MatterLookup lookup, Organisation organisation, Programmes programmes, InstantSource clock) {
        return new Waiting.City(lookup, organisation, programmes, clock);
    }
}
