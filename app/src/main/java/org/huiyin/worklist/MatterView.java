package org.huiyin.worklist;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import org.huiyin.evidence.Attachment;
import org.huiyin.frame.ClockFace;
import org.huiyin.track.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A matter as the desk shows it to one person.
 *
 * @param panels what other features say of it
 * @param staff whether evidence may show where and when it was taken
 * @param corrects whether this reader may correct what is blanked for the public
 * @param next the matter after this one in the list it was opened from; null when there is none
 */
public record MatterView(
        Heading heading,
        List<Moment.Fact> facts,
        Raiser raiser,
        List<Content> panels,
        List<ClockFace> clocks,
        List<CoHandler> coHandlers,
        List<DeskMoment> moments,
        Kin kin,
        List<StepButton> buttons,
        @Nullable StepForm form,
        @Nullable String position,
        boolean staff,
        boolean corrects,
        ListAddress from,
        String cursor,
        @Nullable Next next) {

    /** A matter and its place in the list. */
    public record Next(String number, String cursor) {}

    /** What stands on top. */
    public record Heading(
            String number,
            String title,
            String state,
            String tone,
            String urgency,
            String urgencyTitle,
            int round,
            boolean confidential,
            String description) {}

    /**
     * Who raised it, as far as this reader may know.
     *
     * @param may whether the reader may open what is sealed
     * @param sealed whether there is anything to open
     * @param open whether it is open to the reader now
     * @param openings who opened it before
     */
    public record Raiser(boolean may, boolean sealed, boolean open, List<Moment.Fact> facts, List<Opening> openings) {}

    /** Somebody opened the sealed identity. */
    public record Opening(String by, Instant at, String reason) {}

    /** A unit that helps, with its own clock; null when none runs for it. */
    public record CoHandler(String unit, @Nullable ClockFace clock) {}

    /** The matters this one is bound up with. */
    public record Kin(@Nullable String into, List<String> merged) {}

    /**
     * One step as colleagues read it.
     *
     * @param recorded when it was put on record, if that was another time than when it happened
     */
    public record DeskMoment(
            int seq,
            String title,
            Instant at,
            String by,
            @Nullable Instant recorded,
            int round,
            List<Moment.Fact> facts,
            List<Attachment> evidence) {}

    /** A step that may be taken now, as a button that opens its form. */
    public record StepButton(String name, String title, boolean likely, boolean careful, String key, boolean chosen) {}

    /** The address of this matter with another step's form open. */
    public String stepPath(String step) {
        return path() + "&step=" + step;
    }

    /** The address of this matter within its list. */
    public String path() {
        return "/desk/matters/" + heading.number() + "?from=" + from.encoded() + "&cursor=" + cursor;
    }

    /** The list it was opened from, with the next matter beside it. */
    public String nextBeside() {
        return next == null ? from.path() : from.path(next.number());
    }

    /** The page of the next matter in the list. */
    public String nextPath() {
        return next == null
                ? from.path()
                : "/desk/matters/" + next.number() + "?from=" + from.encoded() + "&cursor=" + next.cursor();
    }
}
