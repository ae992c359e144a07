package org.huiyin.matter;

import java.time.InstantSource;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.huiyin.privacy.Keyring;
import org.huiyin.privacy.SealedValues;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.programme.Programmes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the one Desk of this process. */
@Configuration(proxyBeanMethods = false)
class MatterConfiguration {

    /** Two writers keep two cores and the disk busy; more only wait for each other. */
    private static final int WRITERS = 2;

    @Bean
    Desk.Equipment deskEquipment(
            DataSource database,
            ObjectProvider<Programmes> programmes,
            ObjectProvider<Calendars> calendars,
            Organisation organisation,
            Actors actors,
            Keyring keyring,
            ObjectProvider<StepScribe> scribes,
            InstantSource clock,
            @Value("${huiyin.zone}") ZoneId zone) {
        return new Desk.Equipment(
                database,
                programmes.getIfAvailable(ProgrammeReader::packaged),
                calendars.getIfAvailable(() -> Calendars.only(WorkCalendar.china())),
                new DirectoryOfCity(organisation, actors),
                keyring,
                scribes.orderedStream().toList(),
                clock,
                zone);
    }

    @Bean(destroyMethod = "close")
    Desk desk(Desk.Equipment equipment) {
        return new Desk(equipment, WRITERS);
    }

    /** Commands that do one thing and end leave it to the service. */
    @Bean
    @ConditionalOnWebApplication
    Lapses lapses(Desk.Equipment equipment, Desk desk) {
        return new Lapses(equipment, desk);
    }

    @Bean
    SealedValues sealedSteps() {
        return SealedSteps.VALUES;
    }

    @Bean
    Rederivation rederivation(Desk.Equipment equipment) {
        return new Rederivation(equipment);
    }

    @Bean
    Foresight foresight(Desk.Equipment equipment) {
        return new Foresight(equipment);
    }

    @Bean
    @ConditionalOnWebApplication
    CalendarTakeover calendarTakeover(Rederivation rederivation) {
        return new CalendarTakeover(rederivation);
    }

    @Bean
    Doctor doctor(Desk.Equipment equipment, ObjectProvider<Examiner> examiners) {
        return new Doctor(equipment, examiners.orderedStream().toList());
    }

    @Bean
    MatterLookup matterLookup(Desk.Equipment equipment) {
        return new MatterLookup(equipment);
    }
}
