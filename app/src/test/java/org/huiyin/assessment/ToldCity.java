package org.huiyin.assessment;

import org.huiyin.city.DemoCity;
import org.huiyin.city.Progress;
import org.huiyin.city.Story;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;

/** The demonstration city with its story told until Friday, 20 March 2026: an assessment month has just ended. Told once a run. */
final class ToldCity {

    static final String MONTH = "assessment-month/2026-03";
    private static final TestClock CLOCK = TestClock.at("2026-03-20T10:00");

    private ToldCity() {}

    static TestApp app() {
        return Shared.APP;
    }

    private static final class Shared {
        static final TestApp APP = told();

        private static TestApp told() {
            TestApp app = TestApp.another(CLOCK);
            app.bean(DemoCity.class).load(Progress.SILENT);
            app.bean(Story.class).tell(Progress.SILENT);
            return app;
        }
    }
}
