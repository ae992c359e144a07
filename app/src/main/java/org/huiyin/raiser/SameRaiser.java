package org.huiyin.raiser;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The matters that came from one telephone, for those who may know who raised each of them. */
@Component
class SameRaiser {

    private static final String ASKED = """
            insert into raiser_search (account, post, unit, mark, reason, found, asked_at)
            values (:account, :post, :unit, :mark, :reason, :found, :now)
            """;

    private final Marks marks;
    private final MatterLookup lookup;
    private final JdbcClient database;
    private final InstantSource clock;

    SameRaiser(Marks marks, MatterLookup lookup, JdbcClient database, InstantSource clock) {
        this.marks = marks;
        this.lookup = lookup;
        this.database = database;
        this.clock = clock;
    }

    static boolean maySearch(Actor reader) {
        return reader.role() == Role.DISPATCHER || reader.role() == Role.SUPERVISOR;
    }

    /** Others of the same telephone that this reader may know the raiser of; empty where they may not know that of this one. */
    List<RaisedRow> of(Page page, Matter matter) {
        return maySearch(page.reader()) && lookup.mayKnowRaiser(page.reader(), matter)
                ? rows(page, marks.same(matter.number()))
                : List.of();
    }

    /** All of a telephone this reader may know the raiser of. That they asked, and why, is kept. */
    List<RaisedRow> search(Page page, String phone, String reason) {
        byte[] mark = marks.mark(phone);
        List<RaisedRow> found = rows(page, marks.with(mark));
        Actor reader = page.reader();
        database.sql(ASKED)
                .param("account", reader.account())
                .param("post", reader.post())
                .param("unit", reader.unit())
                .param("mark", mark)
                .param("reason", reason)
                .param("found", found.size())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return found;
    }

    private List<RaisedRow> rows(Page page, List<Long> ids) {
        Map<Long, Matter> matters = lookup.findAll(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(matters.get(id)).stream())
                .filter(matter -> lookup.mayKnowRaiser(page.reader(), matter))
                .map(matter -> new RaisedRow(
                        new MatterNumber(matter.id()).toString(),
                        matter.title(),
                        page.t(lookup.programmeOf(matter).state(matter.state()).title()),
                        matter.raisedAt()))
                .toList();
    }
}
