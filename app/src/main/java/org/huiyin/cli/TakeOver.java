package org.huiyin.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.huiyin.calendar.Timetable;
import org.huiyin.matter.Foresight;
import org.huiyin.matter.Rederivation;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;

/** What publishing at the console has in common: what it would move, who does it and why, and taking the open clocks over. */
final class TakeOver {

    static final String MEANWHILE = "Somebody published another version meanwhile; try again";

    private static final int PAUSE_MILLIS = 500;

    private final Application application;
    private final PrintWriter out;

    TakeOver(Application application, PrintWriter out) {
        this.application = application;
        this.out = out;
    }

    static String reason(String why) {
        String reason = why.strip();
        if (reason.length() < 2 || reason.length() > 200) {
            throw new CannotRun("--why needs 2 to 200 characters");
        }
        return reason;
    }

    /** Whoever may open the database from the console. */
    static Actor operator() {
        String login = System.getProperty("user.name", "");
        return new Actor(0, 0, 0, Role.ADMIN, "命令行 " + login, Reach.NOWHERE, null);
    }

    void foresee(Timetable next) throws SQLException {
        Foresight.Foreseen foreseen = application.bean(Foresight.class).foresee(next);
        out.printf(
                "%s%,d open clocks would end later, %,d earlier, %,d become certain%n",
                foreseen.whole() ? "" : "at least ", foreseen.later(), foreseen.earlier(), foreseen.certain());
        out.flush();
    }

    void run(int number) throws SQLException {
        out.printf("Version %d is published; taking over the open clocks%n", number);
        Rederivation rederivation = application.bean(Rederivation.class);
        ProgressBar bar = new ProgressBar(out);
        Rederivation.Went went = Rederivation.Went.ON;
        while (went != Rederivation.Went.DONE) {
            went = rederivation.batch();
            rederivation.progress().ifPresent(p -> bar.at("clocks", p.clocks(), Math.max(1, p.expected())));
            if (went == Rederivation.Went.SETTLING || went == Rederivation.Went.ELSEWHERE) {
                pause();
            }
        }
        rederivation.progress().ifPresent(p -> out.printf("%,d clocks taken over%n", p.clocks()));
        out.flush();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Stopped; the version is published and the service takes the rest over");
        }
    }
}
