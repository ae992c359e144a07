package org.huiyin.mechanism;

import java.util.List;
import org.huiyin.frame.Options;

/** Who offers what and who asks for what, kind by kind. */
public record MatchingView(String place, Options options, List<Match> matches) {

    /** One kind: those who offer beside those who ask. */
    public record Match(String title, List<Side> offers, List<Side> asks) {}

    /** One of them. */
    public record Side(String title, String enterprise, String place, String number) {}
}
