package org.huiyin.city;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rounds.yaml} says: who and what is gone round in the shown street, and how.
 *
 * @param days so many before the end of the story the entries are entered
 */
record RoundScript(int days, List<Entered> entries, List<Round> rounds) {

    record Entered(String register, String place, Map<String, Object> fields) {}

    /**
     * @param every so many working days
     * @param by the sign-in of whoever goes
     * @param fails what fails at one look after the other; nothing where nothing is scored
     * @param walked metres that a phone recorded; null where none did
     */
    record Round(
            String kind,
            String register,
            String by,
            int every,
            String title,
            @Nullable Boolean photo,
            @Nullable Integer walked,
            @Nullable List<List<String>> fails,
            Map<String, Object> values) {}

    static RoundScript of(String city) {
        return CityYaml.read(city, "rounds.yaml", RoundScript.class);
    }
}
