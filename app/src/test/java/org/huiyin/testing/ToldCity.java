package org.huiyin.testing;

import org.huiyin.city.DemoCity;
import org.huiyin.city.Portion;
import org.huiyin.city.Progress;
import org.huiyin.city.Story;
import org.huiyin.city.Telling;

/** The demonstration city with a small portion of its story told until Friday, 20 March 2026: an assessment month has just ended. Told once a run. */
public final class ToldCity {

    public static final String MONTH = "assessment-month/2026-03";

    private ToldCity() {}

    /** The application all these tests share; they may read it, and do what no other reads. */
    public static TestApp app() {
        return Shared.APP;
    }

    /** Another such application, for a test that does what others would read. */
    public static TestApp another() {
        return Shared.told();
    }

    private static final class Shared {
        static final TestApp APP = told();

        private static TestApp told() {
            TestClock clock = TestClock.at("2026-03-20T10:00");
            TestApp app = TestApp.another(clock);
            app.bean(DemoCity.class).load(Progress.SILENT);
            app.bean(Story.class).tell(new Telling(new Portion("421002", 3, 30), clock::moveTo, Progress.SILENT));
            return app;
        }
    }
}
