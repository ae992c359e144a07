package org.huiyin.city;

import java.time.Instant;

/** What every matter of the story is told with. */
record Stage(Script script, Cast cast, Tempo tempo, Phrases phrases, Conduct.Customs customs) {

    Instant begin() {
        return customs.begin();
    }

    Instant end() {
        return customs.end();
    }
}
