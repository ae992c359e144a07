package org.huiyin.activity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was done about an activity. Deeds are written once and tell everything else. */
public sealed interface Deed {

    record Planned(String kind, int version, Plan plan) implements Deed {}

    record Changed(Plan plan) implements Deed {}

    record Cancelled(String reason) implements Deed {}

    /** @param waiting no seat was free */
    record SignedUp(Who who, boolean waiting) implements Deed {}

    /** A seat came free for whoever waited longest. */
    record MovedUp(Who who) implements Deed {}

    record Withdrew(Who who, String reason) implements Deed {}

    /**
     * Somebody was there.
     *
     * @param metres how far the phone was from the place; null when it did not say
     * @param reason why it was written down by hand; empty otherwise
     */
    record Attended(
            int session,
            Who who,
            Way way,
            Instant at,
            @Nullable Integer metres,
            String reason) implements Deed {}

    /** Somebody was not there after all. */
    record Corrected(int session, Who who, String reason) implements Deed {}

    /** @param photos ids of what was photographed */
    record Reported(Map<String, Object> values, String note, List<String> photos) implements Deed {}

    /** @param photos ids of what was photographed */
    record Found(UUID token, String title, String detail, String place, String position, List<String> photos)
            implements Deed {}

    record Rated(Who who, Satisfied satisfied, String words) implements Deed {}

    /** How attendance was taken. */
    enum Way {
        LIST,
        CODE,
        HAND;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What somebody who was there thought of it. */
    enum Satisfied {
        YES,
        MOSTLY,
        NO;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The word it is stored under. */
    default String verb() {
        return switch (this) {
            case Planned deed -> "planned";
            case Changed deed -> "changed";
            case Cancelled deed -> "cancelled";
            case SignedUp deed -> "signed-up";
            case MovedUp deed -> "moved-up";
            case Withdrew deed -> "withdrew";
            case Attended deed -> "attended";
            case Corrected deed -> "corrected";
            case Reported deed -> "reported";
            case Found deed -> "found";
            case Rated deed -> "rated";
        };
    }

    /** As it is stored. */
    default String written() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    static Deed read(String verb, String written) {
        return JsonMapper.shared().readValue(written, type(verb));
    }

    private static Class<? extends Deed> type(String verb) {
        return switch (verb) {
            case "planned" -> Planned.class;
            case "changed" -> Changed.class;
            case "cancelled" -> Cancelled.class;
            case "signed-up" -> SignedUp.class;
            case "moved-up" -> MovedUp.class;
            case "withdrew" -> Withdrew.class;
            case "attended" -> Attended.class;
            case "corrected" -> Corrected.class;
            case "reported" -> Reported.class;
            case "found" -> Found.class;
            case "rated" -> Rated.class;
            default -> throw new IllegalStateException("nobody does “" + verb + "”");
        };
    }
}
