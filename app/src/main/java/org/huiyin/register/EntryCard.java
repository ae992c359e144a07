package org.huiyin.register;

import gg.jte.Content;
import java.util.List;
import org.huiyin.frame.Filled;
import org.jspecify.annotations.Nullable;

/**
 * The card of an entry, as it stands or as it stood on a day.
 *
 * @param asOf the day somebody asked for; "" for today
 * @param sealedAsk whether sealed fields are there that this reader may ask to see
 * @param children what belongs to it, register by register
 * @param ending the form that was sent to end it, with what was wrong; empty otherwise
 * @param retired by what forms it may be changed now
 */
public record EntryCard(
        Register register,
        String path,
        String number,
        String name,
        String state,
        String asOf,
        List<Line> lines,
        boolean sealedAsk,
        @Nullable Link parent,
        List<Children> children,
        List<Happening> history,
        List<Seen> looks,
        List<Content> parts,
        Acts acts,
        Filled ending) {

    /** A field and what it says. */
    public record Line(String name, String value, boolean sealed) {}

    /** Another entry. */
    public record Link(String path, String number, String name) {}

    /** Entries of one register that belong to it: the first of them, and where all are. */
    public record Children(String title, String path, List<Link> first, boolean more) {}

    /** What happened on a day, and who wrote it down when. */
    public record Happening(String what, String on, String recorded, String by, List<String> changes, String note) {}

    /** A look at it. */
    public record Seen(String who, String unit, String what, String at) {}

    /** What this reader may do with it now. */
    public record Acts(boolean changes, boolean ends, boolean returns, boolean withdraws) {

        static final Acts NONE = new Acts(false, false, false, false);
    }
}
