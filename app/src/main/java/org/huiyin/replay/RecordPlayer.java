package org.huiyin.replay;

import java.time.InstantSource;
import java.util.List;
import org.huiyin.matter.Desk;
import org.huiyin.matter.DeskFault;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Component;

/**
 * Performs what a file tells as real steps, in the order in which it happened. Each step has a key of its own ({@code kind:record:step}),
 * so a replay that was cut off is resumed by starting it again, and one that is repeated changes nothing.
 */
@Component
public class RecordPlayer {

    private static final String PROGRAMME = "three-lists";

    private final Desk desk;
    private final Organisation organisation;
    private final ImportPosts posts;
    private final Reckoning reckoning;
    private final InstantSource clock;

    RecordPlayer(Desk desk, Organisation organisation, ImportPosts posts, Reckoning reckoning, InstantSource clock) {
        this.desk = desk;
        this.organisation = organisation;
        this.posts = posts;
        this.reckoning = reckoning;
        this.clock = clock;
    }

    /**
     * Plays a file.
     *
     * @throws CannotReplay when its city cannot be set up
     * @throws DeskFault when the database failed; playing again goes on where it stopped
     */
    public Replayed play(Reading reading, Progress progress) {
        Localities localities =
                new Localities(organisation, reading.kind(), reading.table().town());
        localities.admit(reading.lives());
        Actor actor = posts.at(reading.kind().toString(), reading.kind().toString());
        Schedule schedule = new Schedule(reading.lives(), clock.instant());
        Performance performance = new Performance(desk, actor, reading.kind(), localities);
        long done = 0;
        for (List<Schedule.Event> window : schedule.windows()) {
            performance.perform(window);
            done += window.size();
            progress.at(done, schedule.size());
        }
        return reckoned(reading, performance);
    }

    private Replayed reckoned(Reading reading, Performance performance) {
        List<Long> matters = performance.matters();
        return new Replayed(
                matters.size(),
                reckoning.steps(matters),
                performance.fresh(),
                performance.refused(),
                reckoning.onTime(matters, reading.hasDueTimes()),
                reading.onTime(),
                reckoning.conservation(PROGRAMME));
    }
}
