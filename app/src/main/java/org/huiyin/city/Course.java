package org.huiyin.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the story tells of a course that anybody may come to, and of duty in the communities. */
record Course(
        String title,
        String place,
        String where,
        String details,
        int seats,
        List<Lesson> sessions,
        String surnames,
        List<String> given,
        List<String> said,
        String summary,
        Routine duty,
        Routine patrol) {

    record Lesson(String topic, String speaker) {}

    record Routine(String title, @Nullable String where, String note) {

        String whereabouts() {
            return where == null ? "" : where;
        }
    }

    static Course of(String city) {
        return CityYaml.read(city, "course.yaml", Course.class);
    }
}
