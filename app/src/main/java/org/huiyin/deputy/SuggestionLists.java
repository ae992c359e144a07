package org.huiyin.deputy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists the suggestions behind a figure, newest first. Whether a row can be opened is up to the matter's own reach. */
@Component
class SuggestionLists {

    private static final int MOST = 50;

    private static final String PAGE = """
            select id from matter
            where programme = 'deputy-suggestions' and place like :places and raised_at >= :since and raised_at < :until
              and list not in ('not-accepted', 'withdrawn') and (:state = '' or state = :state) and id < :before
            order by id desc limit :most
            """;

    private final JdbcClient database;
    private final MatterLookup matters;
    private final Organisation organisation;

    SuggestionLists(JdbcClient database, MatterLookup matters, Organisation organisation) {
        this.database = database;
        this.matters = matters;
        this.organisation = organisation;
    }

    List<SuggestionRow> page(Page page, StandingViews.Asked asked, String state, long before) {
        List<Long> ids = database.sql(PAGE)
                .param("places", asked.exactly() ? asked.place() : asked.place() + "%")
                .param(
                        "since",
                        asked.since().atStartOfDay(Formats.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                .param(
                        "until",
                        asked.until()
                                .plusDays(1)
                                .atStartOfDay(Formats.ZONE)
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .param("state", state)
                .param("before", before)
                .param("most", MOST)
                .query((row, n) -> row.getLong(1))
                .list();
        Map<Long, Matter> found = matters.findAll(ids);
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .map(one -> row(page, one))
                .toList();
    }

    /** Where the list goes on; 0 at its end. */
    long older(List<SuggestionRow> rows) {
        return rows.size() < MOST ? 0 : rows.getLast().id();
    }

    SuggestionRow row(Page page, Matter matter) {
        Integer lead = matter.lead();
        boolean readable = matters.mayRead(page.reader(), matter);
        String open = matter.confidential() ? page.t("deputy.confidential") : matter.publicTitle();
        return new SuggestionRow(
                matter.id(),
                readable ? "/desk/matters/" + matter.number() : "",
                matter.number().toString(),
                readable ? matter.title() : open,
                organisation.places().path(matter.place(), page.locale()),
                lead == null ? "" : organisation.units().name(lead, page.locale()),
                state(page, matter),
                page.date(matter.raisedAt().atZone(Formats.ZONE).toLocalDate()));
    }

    private String state(Page page, Matter matter) {
        return page.t(matters.programmeOf(matter).state(matter.state()).title());
    }
}
