package org.huiyin.supervision;

import java.time.InstantSource;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.huiyin.calendar.Calendars;
import org.huiyin.notice.Messages;
import org.huiyin.programme.Programmes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Sets up the ladder and the watch over it. */
@Configuration(proxyBeanMethods = false)
class SupervisionSetup {

    @Bean
    Ladders ladders(@Value("${huiyin.zone}") ZoneId zone) {
        return Ladders.packaged(zone);
    }

    @Bean
    Servings servings(Calendars calendars, Messages messages, Ladders ladders) {
        return new Servings(calendars, messages, ladders);
    }

    @Bean
    LadderScribe ladderScribe(Ladders ladders, Servings servings) {
        return new LadderScribe(ladders, servings);
    }

    @Bean
    Watch watch(DataSource source, Ladders ladders, Programmes programmes, Calendars calendars, Messages messages) {
        return new Watch(source, ladders, programmes, calendars, messages);
    }

    /** Commands that do one thing and end leave it to the service. */
    @Bean
    @ConditionalOnWebApplication
    Rounds rounds(Watch watch, InstantSource clock) {
        return new Rounds(watch, clock);
    }

    /** The watch walks round once a minute. */
    static final class Rounds {

        private final Watch watch;
        private final InstantSource clock;

        Rounds(Watch watch, InstantSource clock) {
            this.watch = watch;
            this.clock = clock;
        }

        @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
        void walk() {
            watch.act(clock.instant());
        }
    }
}
