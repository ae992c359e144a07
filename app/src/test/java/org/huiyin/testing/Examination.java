package org.huiyin.testing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.huiyin.matter.Doctor;
import org.huiyin.matter.Rederivation;

/** What doctor finds in an application that others use too: what goes on by itself is let come to its end first. */
public final class Examination {

    private static final int TRIES = 100;

    private Examination() {}

    /** While a published calendar is being taken over, doctor would say nothing but that. */
    public static List<Doctor.Difference> of(TestApp app) throws SQLException {
        takeTheCalendarOver(app);
        Doctor doctor = app.bean(Doctor.class);
        List<Doctor.Difference> found = doctor.examine(steps -> {}).differences();
        // the newest head of the log may be signed while doctor reads
        for (int tries = 0; tries < TRIES && onlyTheHead(found); tries++) {
            found = doctor.examine(steps -> {}).differences();
        }
        return found;
    }

    private static boolean onlyTheHead(List<Doctor.Difference> found) {
        return !found.isEmpty() && found.stream().allMatch(one -> one.table().equals("log_head"));
    }

    /** It looks through the clocks once more a moment after it seems to be done, by the clock of the test. */
    private static void takeTheCalendarOver(TestApp app) throws SQLException {
        Rederivation takeover = app.bean(Rederivation.class);
        Rederivation.Went went = takeover.batch();
        for (int tries = 0; tries < TRIES && went != Rederivation.Went.DONE; tries++) {
            if (went == Rederivation.Went.SETTLING) {
                app.clock().forward(Duration.ofMinutes(10));
            }
            went = takeover.batch();
        }
    }
}
