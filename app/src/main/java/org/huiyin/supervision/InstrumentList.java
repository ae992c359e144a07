package org.huiyin.supervision;

import java.util.List;
import org.huiyin.frame.Options;
import org.jspecify.annotations.Nullable;

/**
 * A page of instruments.
 *
 * @param newer the first page; null when this is it
 * @param older the page after; null on the last
 */
public record InstrumentList(
        List<InstrumentView> rows,
        List<Proposed> proposals,
        List<ToJudge> toJudge,
        Narrowing narrowing,
        @Nullable String newer,
        @Nullable String older) {

    /** A signature that is asked for. */
    public record Proposed(String matter, String title, String kind, String unit) {}

    /** An answer that waits for the issuer's word. */
    public record ToJudge(long id, String number, String title, String unit, String matter) {}

    /** What the list can be narrowed by, and what it is narrowed to. */
    public record Narrowing(List<Options.Option> kinds, List<Options.Option> states, String kind, String state) {}
}
