package org.huiyin.reading;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.programme.Programme;
import org.springframework.stereotype.Component;

/** What documents promised by a day, and how the matters it became stand: what is open first, the nearest day first. */
@Component
class Milestones {

    private static final int NEAR_DAYS = 14;

    private final ReadDocuments documents;
    private final MatterLookup lookup;

    Milestones(ReadDocuments documents, MatterLookup lookup) {
        this.documents = documents;
        this.lookup = lookup;
    }

    private record Standing(ReadDocuments.Milestone milestone, Matter matter, Programme.StateRule state) {

        boolean ended() {
            return state.end();
        }
    }

    List<MilestoneRow> of(Page page) {
        List<ReadDocuments.Milestone> all = documents.milestones(page.reader());
        Map<Long, Matter> matters =
                lookup.findAll(all.stream().map(one -> one.matter().id()).toList());
        return all.stream()
                .flatMap(one -> Optional.ofNullable(matters.get(one.matter().id())).stream()
                        .map(matter -> new Standing(
                                one, matter, lookup.programmeOf(matter).state(matter.state()))))
                .sorted(Comparator.comparing(Standing::ended)
                        .thenComparing(standing -> standing.milestone().due()))
                .map(standing -> row(page, standing))
                .toList();
    }

    private static MilestoneRow row(Page page, Standing standing) {
        LocalDate due = standing.milestone().due();
        long days = ChronoUnit.DAYS.between(page.formats().today(), due);
        boolean ended = standing.ended();
        String says = ended
                ? page.t("reading.milestone.ended")
                : days < 0
                        ? page.t("reading.milestone.late", -days)
                        : days == 0 ? page.t("reading.milestone.today") : page.t("reading.milestone.left", days);
        return new MilestoneRow(
                standing.milestone().title(),
                standing.matter().number().toString(),
                due,
                page.t(standing.state().title()),
                says,
                ended ? "result" : days < 0 ? "late" : days <= NEAR_DAYS ? "problem" : "task");
    }
}
