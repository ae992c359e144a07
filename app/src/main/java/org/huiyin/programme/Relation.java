package org.huiyin.programme;

/** How a person stands to a matter; the {@code by:} of a step. org.Reach answers whether someone does. */
public enum Relation {
    /** The person who raised it: signed in, or holding its query code. */
    RAISER,
    /** Anybody at all, when a matter begins. */
    ANYBODY,
    /** A grid worker whose beat includes the place. */
    GRID_WORKER,
    /** A dispatcher of the office the matter belongs to. */
    DISPATCHER,
    /** A handler or head of the lead unit. */
    LEAD,
    /** The head of the lead unit. */
    LEAD_HEAD,
    /** A handler or head of one of the co-handling units. */
    CO_HANDLER,
    /** A supervisor whose reach includes the matter. */
    SUPERVISOR,
    /** Somebody outside the house who has shown who they are: by a telephone in their hand, or as the holder of an entry of a register. */
    KNOWN,
    /** The import post, which alone may say that something occurred in the past. */
    IMPORTER,
    /** Huiyin itself: clocks that ran out, steps carried over from a merged matter. */
    SYSTEM;

    /** The name used in definitions: {@code lead-head}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
