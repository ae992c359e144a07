package org.huiyin.topic;

import java.time.Instant;

/**
 * Something somebody said.
 *
 * @param who whoever said it, so that people are counted and not messages; empty when nobody knows
 * @param likes how many agreed
 * @param against how many disagreed
 * @param solved whether it is settled
 * @param scene where it is and of what sort, as far as somebody wrote that down beside the text
 */
public record Message(
        String id,
        String who,
        String title,
        String body,
        Instant at,
        long likes,
        long against,
        boolean solved,
        Scene scene) {

    /**
     * What is known beside the text.
     *
     * @param place code of the village, community or street; empty when only a larger place or none is known
     * @param name what people call that place; empty when nobody knows
     * @param category empty when nobody knows
     */
    public record Scene(String place, String name, String category) {

        public static final Scene UNKNOWN = new Scene("", "", "");
    }

    /** Somebody, or this very message where nobody knows who said it. */
    String person() {
        return who.isEmpty() ? "message " + id : who;
    }

    String place() {
        return scene.place();
    }

    /** The text without the name of its place, which says where and not what. */
    String without(String text) {
        return scene.name().isEmpty() ? text : text.replace(scene.name(), "");
    }
}
