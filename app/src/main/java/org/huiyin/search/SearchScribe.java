package org.huiyin.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Histories;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Projection;
import org.huiyin.matter.Step;
import org.huiyin.matter.Writes;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.springframework.stereotype.Component;

/** Enters the words of a batch of steps into the index, in the Desk's transaction: what was said is found as soon as it is stored. */
@Component
public final class SearchScribe implements Projection {

    private static final String SAY = """
            insert into search_fresh (matter_id, seq, words) select matter_id, seq, words::tsvector from unnest(?, ?, ?) u(matter_id, seq, words)
            """;

    static final String FORGET = """
            delete from search_fresh where matter_id = any(?)
            """;
    private static final String ENTER_ANEW = """
            insert into search_document (matter_id, words)
            select matter_id, search_words(words::tsvector order by seq) from unnest(?, ?, ?) u(matter_id, seq, words) group by matter_id
            on conflict (matter_id) do update set words = excluded.words
            """;
    private static final String SHADOW = """
            create temp table search_document (like public.search_document) on commit drop;
            create temp table search_fresh (like public.search_fresh) on commit drop;
            create unique index on pg_temp.search_document (matter_id)
            """;
    private static final String DIFFERENT = """
            with entered as (select matter_id, search_words(words order by seq) words
              from (select matter_id, 0 seq, words from public.search_document union all select matter_id, seq, words from public.search_fresh) said
              group by matter_id),
            folded as (select matter_id, search_words(words order by seq) words
              from (select matter_id, 0 seq, words from pg_temp.search_document union all select matter_id, seq, words from pg_temp.search_fresh) said
              group by matter_id)
            select coalesce(was.matter_id, again.matter_id),
              case when was.matter_id is null then 'missing' when again.matter_id is null then 'without steps' else 'different' end
            from entered was full join folded again on again.matter_id = was.matter_id
            where was.words is distinct from again.words
              and not exists (select 1 from public.search_entering where coalesce(was.matter_id, again.matter_id) > after_matter
                and coalesce(was.matter_id, again.matter_id) <= until)
              and not exists (select 1 from public.search_again a where a.matter_id = again.matter_id)
            order by 1 limit 1000
            """;

    private final Programmes programmes;

    public SearchScribe(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Map<Long, Matter> turned = turned(batch);
        Columns said = new Columns("int8", "int4", "text");
        for (Accepted one : batch) {
            if (!turned.containsKey(one.after().id())) {
                add(said, new Documents(programme(one.after()), one.after()), one.step());
            }
        }
        writes.add(SAY, said);
        if (!turned.isEmpty()) {
            writes.afterwards(connection -> enter(connection, turned));
        }
    }

    /** As they stand after the batch. */
    private Map<Long, Matter> turned(List<Accepted> batch) {
        Map<Long, Matter> turned = new LinkedHashMap<>();
        for (Accepted one : batch) {
            Matter before = one.before();
            if (turned.containsKey(one.after().id())
                    || before != null && Documents.turned(programme(one.after()), one.step(), before, one.after())) {
                turned.put(one.after().id(), one.after());
            }
        }
        return turned;
    }

    private static void add(Columns said, Documents documents, Step step) {
        Vector vector = new Vector();
        documents.add(step, vector);
        if (!vector.isEmpty()) {
            said.add(step.matter(), step.seq(), vector.toString());
        }
    }

    private Programme programme(Matter matter) {
        return programmes.version(matter.programme(), matter.programmeVersion());
    }

    /** Enters whole matters as they stand, in place of what was entered of them and of what waits. */
    void enter(Connection connection, Map<Long, Matter> matters) throws SQLException {
        Long[] ids = matters.keySet().toArray(Long[]::new);
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setArray(1, connection.createArrayOf("int8", ids));
            forget.executeUpdate();
        }
        Columns said = new Columns("int8", "int4", "text");
        Histories.of(connection, ids).forEach((id, steps) -> {
            Matter matter = Objects.requireNonNull(matters.get(id));
            Documents documents = new Documents(programme(matter), matter);
            steps.stream().filter(step -> step.seq() <= matter.version()).forEach(step -> add(said, documents, step));
        });
        said.write(connection, ENTER_ANEW);
    }

    @Override
    public String shadow() {
        return SHADOW;
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(new Comparison("search_document", DIFFERENT));
    }
}
