package org.huiyin.translog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.MayRead;
import org.huiyin.evidence.Sight;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.programme.Programme;
import org.huiyin.track.Discretion;
import org.huiyin.track.Keyholders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may be told what of a step's entry: exactly what their pages show them, from the same answers. */
@Component
class Bearers {

    private final MatterLookup lookup;
    private final Keyholders keyholders;
    private final Attachments attachments;
    private final List<MayRead> readers;

    Bearers(MatterLookup lookup, Keyholders keyholders, Attachments attachments, List<MayRead> readers) {
        this.lookup = lookup;
        this.keyholders = keyholders;
        this.attachments = attachments;
        this.readers = List.copyOf(readers);
    }

    /** Whoever asks for receipts of this matter; nobody when it does not exist for them. */
    Optional<Bearer> of(Actor reader, Matter matter, HttpServletRequest request) {
        if (reader.staff() && lookup.mayRead(reader, matter)) {
            return Optional.of(new Bearer(reader, matter, request, null));
        }
        boolean raiser = lookup.raised(keyholders.actor(reader, matter, request), matter);
        Publication publication = Publication.of(
                lookup.programmeOf(matter),
                matter,
                raiser ? Eyes.RAISER : Eyes.EVERYBODY,
                lookup.history(matter.number()));
        return publication.countsOnly()
                ? Optional.empty()
                : Optional.of(new Bearer(reader, matter, request, publication));
    }

    /** Somebody with an eye on one matter. */
    final class Bearer {

        private final Actor reader;
        private final Matter matter;
        private final HttpServletRequest request;
        private final @Nullable Publication publication;

        /** @param publication what they may read; null for colleagues, of whom discretion decides */
        private Bearer(Actor reader, Matter matter, HttpServletRequest request, @Nullable Publication publication) {
            this.reader = reader;
            this.matter = matter;
            this.request = request;
            this.publication = publication;
        }

        boolean raiser() {
            return publication != null && publication.eyes() == Eyes.RAISER;
        }

        /** The steps they may know of, oldest first. */
        List<Step> steps() {
            Publication seen = publication;
            return lookup.history(matter.number()).stream()
                    .filter(step -> seen == null || seen.mayKnowOf(step))
                    .toList();
        }

        /** What of a step's sealed things they may be told. */
        Predicate<Told> mayBeTold(Step step) {
            Map<String, Object> readable = readable(step);
            List<String> files = files(step);
            return told -> {
                if (told.name().equals(Told.CORE)) {
                    return publication == null || raiser();
                }
                if (told.name().equals(Told.BY)) {
                    return publication == null && !discretion().guarded();
                }
                if (told.name().startsWith(Told.FILE)) {
                    return told.value() instanceof List<?> file && files.contains(String.valueOf(file.getFirst()));
                }
                return LoggedStep.same(told.value(), readable.get(told.name()));
            };
        }

        private Map<String, Object> readable(Step step) {
            Programme programme = lookup.programmeOf(matter);
            Publication seen = publication;
            return seen == null ? discretion().fields(programme, step) : seen.fields(step);
        }

        private Discretion discretion() {
            return Discretion.of(lookup, reader, matter);
        }

        private List<String> files(Step step) {
            Sight sight = readers.stream()
                    .map(one -> one.sight(reader, request, matter.id(), step.seq()))
                    .max(Comparator.naturalOrder())
                    .orElse(Sight.NOTHING);
            return attachments.of(matter.id()).stream()
                    .filter(file -> file.step() == step.seq())
                    .flatMap(file -> sight.show(file).stream())
                    .map(Attachment::id)
                    .map(String::valueOf)
                    .toList();
        }
    }
}
