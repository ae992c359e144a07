package org.huiyin.mechanism;

import java.util.List;

/**
 * A place in the tree: what it lies in, who answers for it, and the places inside.
 *
 * @param office the unit that sees to what is raised there; "" for none
 */
public record PlaceView(
        String name,
        String level,
        List<Above> line,
        List<PersonLine> people,
        String office,
        List<Inside> inside,
        int without) {

    /** A place around it. */
    public record Above(String path, String name) {}

    /** Somebody who answers for it. */
    public record PersonLine(String name, String duty, String unit, String phone) {}

    /**
     * A place inside.
     *
     * @param people who answers for it, in a line; "" for nobody
     * @param lacks what it lacks; "" for nothing
     */
    public record Inside(String path, String name, String level, String people, String lacks) {}
}
