package org.huiyin.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants done about an activity. */
public sealed interface Ask {

    record Change(Plan plan) implements Ask {}

    record Cancel(String reason) implements Ask {}

    record SignUp(Who who) implements Ask {}

    record Withdraw(Who who, String reason) implements Ask {}

    /**
     * @param at when they were there; a phone without network may tell it later
     * @param position where the phone was; empty when it did not say
     */
    record Attend(int session, List<Who> who, Deed.Way way, Instant at, String position, String reason) implements Ask {

        public Attend {
            who = List.copyOf(who);
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    record Correct(int session, Who who, String reason) implements Ask {}

    /** @param values as they were typed, unchecked */
    record Report(Map<String, Object> values, String note, List<String> photos) implements Ask {}

    record Find(UUID token, String title, String detail, String place, String position, List<String> photos)
            implements Ask {}

    record Rate(Who who, Deed.@Nullable Satisfied satisfied, String words) implements Ask {}
}
