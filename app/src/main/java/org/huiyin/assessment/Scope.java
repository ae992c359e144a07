package org.huiyin.assessment;

import org.huiyin.org.Place;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Part;

/**
 * What the leaders' page looks at: a programme in the whole city or in one place.
 *
 * @param place code of a county or town; "" for the whole city
 */
record Scope(Measures measures, String place) {

    /** The codes of the towns in it, as SQL's {@code like} wants them. */
    String towns() {
        return place + "%";
    }

    String programme() {
        return measures.programme();
    }

    /** Whether it can be looked into further. */
    boolean divisible() {
        return place.length() < Place.Level.TOWN.codeLength();
    }

    /** The part that says what people ask for: the first that is counted by the day; "" when none is. */
    String asked() {
        return measures.parts().values().stream()
                .filter(Part::daily)
                .map(Part::name)
                .findFirst()
                .orElse("");
    }

    /** A page of the cockpit about it. */
    String path(String page) {
        return page + "?programme=" + Selection.encode(programme()) + "&place=" + place;
    }
}
