package org.huiyin.bulletin;

import org.huiyin.calendar.Limit;
import org.huiyin.programme.PackagedYaml;

/**
 * What a bulletin of a programme says, as {@code bulletin.yaml} beside the programme has it; the usual where there is none.
 *
 * @param praised how many units of each class are praised
 * @param criticised how many are criticised
 * @param fewest how many of a class have to be ranked before any is criticised
 * @param categories how many categories are named
 * @param places how many places are named
 * @param late how many overdue matters are listed
 * @param answer how long units have to answer what is asked of them
 */
record BulletinRules(
        String programme,
        int praised,
        int criticised,
        int fewest,
        int categories,
        int places,
        int late,
        String answer) {

    Limit term() {
        return Limit.parse(answer);
    }

    static BulletinRules of(String programme) {
        return PackagedYaml.all("programmes/*/bulletin.yaml", BulletinRules.class).stream()
                .filter(rules -> rules.programme().equals(programme))
                .findFirst()
                .orElseGet(() -> new BulletinRules(programme, 3, 3, 8, 8, 5, 30, "5wd"));
    }
}
