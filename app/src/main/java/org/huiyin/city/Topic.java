package org.huiyin.city;

import java.util.List;

/**
 * One thing that may be raised, in several wordings.
 *
 * @param unit the end of the code of the units that answer for it ({@code cg} for {@code jz-cg} and {@code ss-cg}), or {@code town}, or {@code
 *     county}
 * @param where {@code street}, {@code country} or {@code both}
 * @param weight how often, beside the others
 */
record Topic(
        String category,
        String kind,
        String unit,
        String where,
        int weight,
        List<String> titles,
        List<String> tells,
        List<String> answers) {

    private record All(List<Topic> topics) {}

    static List<Topic> all(String city) {
        return CityYaml.read(city, "topics.yaml", All.class).topics();
    }

    boolean fits(boolean street) {
        return where.equals("both") || where.equals(street ? "street" : "country");
    }

    /** How many working days the rules give for an answer. */
    int days() {
        return switch (kind) {
            case "consult" -> 1;
            case "help" -> 5;
            case "complaint" -> 10;
            default -> 15;
        };
    }
}
