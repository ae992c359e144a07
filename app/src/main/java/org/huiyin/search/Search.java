package org.huiyin.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches for one reader among what everybody may read; staff moreover among all that is within their reach. */
@Component
class Search {

    private static final int AT_ONCE = 25;
    private static final int MOST_BLOCKS = 5;

    private final Finder finder;
    private final MatterLookup lookup;
    private final Actors actors;

    Search(Finder finder, MatterLookup lookup, Actors actors) {
        this.finder = finder;
        this.lookup = lookup;
        this.actors = actors;
    }

    /**
     * A page of matches, best first within each block.
     *
     * @param next null when there are no more
     * @param soon whether older matters were not looked through yet
     * @param reached the oldest matter number that was looked at
     */
    record Result(List<Match> matches, @Nullable Cursor next, boolean soon, long reached) {}

    Result page(Asked asked, Actor reader, @Nullable Cursor from, int limit, Instant now) {
        Who who = reader.staff() ? Who.of(reader, actors.ownUnits(reader)) : Who.EVERYBODY;
        Cursor at = from == null ? new Cursor(finder.newest(now), null) : from;
        List<Match> matches = new ArrayList<>();
        for (int blocks = 1; ; blocks++) {
            Finder.Found found = finder.find(asked, who, at.block(), limit + 1);
            Finder.Hit last = null;
            for (Shown shown : shown(asked, reader, rest(found.hits(), at.after()), limit + 1 - matches.size())) {
                if (matches.size() == limit) {
                    return new Result(
                            matches,
                            new Cursor(found.block(), last),
                            false,
                            found.block().floor());
                }
                matches.add(shown.match());
                last = shown.hit();
            }
            if (!found.older()) {
                return new Result(matches, null, false, found.block().floor());
            }
            at = new Cursor(
                    new Finder.Block(found.block().floor(), 0, found.block().asOf()), null);
            if (matches.size() == limit || found.soon() || blocks == MOST_BLOCKS) {
                return new Result(
                        matches, at, matches.size() < limit, found.block().floor());
            }
        }
    }

    /** The one matter of a number; empty when this reader may not see it. */
    List<Match> one(Actor reader, MatterNumber number) {
        return lookup
                .find(number)
                .flatMap(matter -> readable(reader, matter, lookup.history(number), List.of()))
                .stream()
                .map(Match::whole)
                .toList();
    }

    /** Whether the reader sees the matter of a number as staff do rather than as everybody does; the same of a number nobody has. */
    boolean asStaff(Actor reader, MatterNumber number) {
        return reader.staff()
                && lookup.find(number)
                        .filter(matter -> lookup.mayRead(reader, matter))
                        .isPresent();
    }

    private record Shown(Finder.Hit hit, Match match) {}

    private static List<Finder.Hit> rest(List<Finder.Hit> hits, Finder.@Nullable Hit after) {
        return after == null
                ? hits
                : hits.stream().filter(hit -> hit.isAfter(after)).toList();
    }

    /** So many of the candidates, best first, that this reader may see and in which every word stands. */
    private List<Shown> shown(Asked asked, Actor reader, List<Finder.Hit> hits, int most) {
        List<Shown> shown = new ArrayList<>();
        for (int from = 0; from < hits.size() && shown.size() < most; from += AT_ONCE) {
            List<Finder.Hit> some = hits.subList(from, Math.min(hits.size(), from + AT_ONCE));
            List<Long> ids = some.stream().map(Finder.Hit::matter).toList();
            Map<Long, Matter> matters = lookup.findAll(ids);
            Map<Long, List<Step>> histories = lookup.histories(ids);
            for (Finder.Hit hit : some) {
                Optional.ofNullable(matters.get(hit.matter()))
                        .flatMap(matter -> readable(
                                reader,
                                matter,
                                histories.getOrDefault(hit.matter(), List.of()),
                                asked.sought().words()))
                        .flatMap(readable -> Match.in(readable, asked))
                        .ifPresent(match -> shown.add(new Shown(hit, match)));
            }
        }
        return shown.size() > most ? shown.subList(0, most) : shown;
    }

    /** Beyond their reach staff read what everybody reads, and no word more. */
    private Optional<Readable> readable(Actor reader, Matter matter, List<Step> steps, List<String> words) {
        Optional<Readable> asStaff =
                reader.staff() ? Readable.staff(lookup, reader, matter, steps, words) : Optional.empty();
        return asStaff.or(() -> Readable.everybody(lookup.programmeOf(matter), matter, steps, words));
    }
}
