package org.huiyin.city;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The clock of a demonstration: it stands where the story is while that is told, and goes like any other afterwards. */
public final class StoryTime implements InstantSource {

    private final AtomicReference<@Nullable Instant> told = new AtomicReference<>();

    @Override
    public Instant instant() {
        Instant standing = told.get();
        return standing == null ? InstantSource.system().instant() : standing;
    }

    /** Moves on in the story. */
    public void moveTo(Instant at) {
        told.set(at);
    }

    /** Goes with the present from now on. */
    public void release() {
        told.set(null);
    }
}
