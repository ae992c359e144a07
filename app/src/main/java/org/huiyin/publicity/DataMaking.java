package org.huiyin.publicity;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the files of open data made: each night by one of the machines, a night that was slept through in the morning; and at once when somebody asks
 * and there are none, as after something was taken out of view.
 */
@Component
@EnableConfigurationProperties(DataSettings.class)
class DataMaking {

    private static final Logger log = LoggerFactory.getLogger(DataMaking.class);

    /** How often it is begun anew because something was taken out of view while it was made. */
    private static final int TRIES = 3;

    private final DataFiles files;
    private final DataSets sets;
    private final DataSettings settings;
    private final InstantSource clock;

    DataMaking(DataFiles files, DataSets sets, DataSettings settings, InstantSource clock) {
        this.files = files;
        this.sets = sets;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 40_000, fixedDelay = 60_000)
    void look() throws IOException {
        if (settings.nightly()) {
            night();
        }
    }

    /** Makes what is due now. */
    void night() throws IOException {
        boolean night = clock.instant().atZone(Formats.ZONE).getHour() >= settings.hour();
        if ((night && sets.of(sets.today()).isEmpty()) || sets.newest().isEmpty()) {
            make(false);
        }
    }

    /** What is handed out; made now when there is none. One at a time. */
    synchronized DataSet current() throws IOException {
        Optional<DataSet> newest = sets.newest();
        boolean there = newest.filter(files::there).isPresent();
        boolean young = newest.filter(set -> settings.nightly() || set.day().equals(sets.today()))
                .isPresent();
        if (newest.isPresent() && there && young) {
            return newest.get();
        }
        return make(newest.isPresent() && !there)
                .or(() -> newest.filter(files::there))
                .orElseThrow(() -> new ProblemException(Problem.of("data-being-made", 503)));
    }

    /** The set of a day; today's is made when there is none. */
    Optional<DataSet> of(LocalDate day) throws IOException {
        Optional<DataSet> kept = sets.of(day).filter(files::there);
        return kept.isEmpty() && day.equals(sets.today())
                ? Optional.of(current()).filter(set -> set.day().equals(day))
                : kept;
    }

    private Optional<DataSet> make(boolean again) throws IOException {
        Optional<DataSet> made = Optional.empty();
        for (int tries = 0; made.isEmpty() && tries < TRIES; tries++) {
            made = files.make(again);
        }
        made.ifPresent(set -> {
            long rows = set.tables().stream().mapToLong(DataSet.Made::rows).sum();
            if (set.addsUp()) {
                log.info(
                        "Open data of {}: {} rows in {} tables",
                        set.day(),
                        rows,
                        set.tables().size());
            } else {
                log.error("Open data of {} does not add up with the board: {}; run doctor", set.day(), set.lists());
            }
        });
        return made;
    }
}
