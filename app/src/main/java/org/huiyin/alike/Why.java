package org.huiyin.alike;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.frame.Page;

/** Says why two matters are held to be alike. */
final class Why {

    private static final int ROUGH = 10;

    private Why() {}

    static String of(Page page, Alike alike) {
        List<String> reasons = new ArrayList<>();
        Integer metres = alike.metres();
        if (alike.sameWords()) {
            reasons.add(page.t("alike.why.words", page.percent(alike.share())));
        }
        if (metres != null && metres <= Alike.METRES) {
            reasons.add(page.t("alike.why.near", Math.max(ROUGH, Math.ceilDiv(metres, ROUGH) * ROUGH)));
        } else if (alike.sameSpot()) {
            reasons.add(page.t("alike.why.spot"));
        }
        return String.join(page.t("alike.why.and"), reasons);
    }
}
