package org.huiyin.key;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a key may be used for. It narrows what its post may do and never widens it. */
public enum Scope {
    /** What everybody at the post may know: units, programmes, who one is. Every key has it. */
    BASIC("basic"),
    MATTERS_READ("matters.read"),
    MATTERS_RAISE("matters.raise"),
    MATTERS_STEP("matters.step"),
    /** Opens the sealed identity of raisers, where the post may; every opening is logged and told to the raiser. */
    IDENTITY("identity"),
    ASSESSMENT_READ("assessment.read"),
    ASSESSMENT_WRITE("assessment.write"),
    SUPERVISION_READ("supervision.read"),
    SUPERVISION_WRITE("supervision.write"),
    REGISTERS_READ("registers.read"),
    REGISTERS_WRITE("registers.write"),
    ACTIVITIES_READ("activities.read"),
    ACTIVITIES_WRITE("activities.write"),
    /** Takes tables in: matters, units, people, places, calendars, registers, as far as the post may. */
    SHEETS("sheets"),
    INBOX("inbox"),
    CALENDAR("calendar"),
    WEBHOOKS("webhooks"),
    OPEN311("open311");

    private final String key;

    Scope(String key) {
        this.key = key;
    }

    /** The word in tables, documents and commands. */
    public String key() {
        return key;
    }

    /** Those a key can be given. */
    public static List<Scope> given() {
        return Arrays.stream(values()).filter(scope -> scope != BASIC).toList();
    }

    public static Optional<Scope> of(String key) {
        return given().stream().filter(scope -> scope.key.equals(key)).findFirst();
    }
}
