package org.huiyin.matter;

/** What comes of asking for a step. Every caller answers every case; none has a default. */
public sealed interface Outcome {

    /** It is done and on disk. */
    record Done(Receipt receipt) implements Outcome {}

    /** There is no such matter, or none this person may know of. */
    record NoSuchMatter(long id) implements Outcome {}

    /** The step is not for this person to take. */
    record NotYours(String step) implements Outcome {}

    /** Somebody acted in between; {@code current} shows what changed. */
    record Stale(int expected, Matter current, String lastStep) implements Outcome {}

    /** The rules say no. */
    record Refused(Refusal why) implements Outcome {}
}
