package org.huiyin.search;

import java.sql.Connection;
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

    /** A matter with very many words takes no more: PostgreSQL allows a megabyte, and a step must never fail for being found. */
    private static final String ENTER = """
            insert into search_document (matter_id, words) select matter_id, words::tsvector from unnest(?, ?) u(matter_id, words)
            on conflict (matter_id) do update set words = search_document.words || excluded.words where length(search_document.words) < 12000
            """;

    static final String ENTER_ANEW = """
            insert into search_document (matter_id, words) select matter_id, words::tsvector from unnest(?, ?) u(matter_id, words)
            on conflict (matter_id) do update set words = excluded.words
            """;
    private static final String SHADOW = """
            create temp table search_document (like public.search_document) on commit drop;
            create unique index on pg_temp.search_document (matter_id)
            """;
    private static final String DIFFERENT = """
            select coalesce(was.matter_id, again.matter_id),
              case when was.matter_id is null then 'missing' when again.matter_id is null then 'without steps' else 'different' end
            from public.search_document was full join pg_temp.search_document again on again.matter_id = was.matter_id
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
        Map<Long, Vector> said = new LinkedHashMap<>();
        Map<Long, Matter> turned = new LinkedHashMap<>();
        for (Accepted one : batch) {
            Matter before = one.before();
            Programme programme = programme(one.after());
            if (turned.containsKey(one.after().id())
                    || before != null && Documents.turned(programme, one.step(), before, one.after())) {
                turned.put(one.after().id(), one.after());
                said.remove(one.after().id());
            } else {
                Vector vector = said.computeIfAbsent(one.after().id(), id -> new Vector());
                new Documents(programme, one.after()).add(one.step(), vector);
            }
        }
        writes.add(ENTER, columns(said));
        if (!turned.isEmpty()) {
            writes.afterwards(connection -> enter(connection, turned));
        }
    }

    private Programme programme(Matter matter) {
        return programmes.version(matter.programme(), matter.programmeVersion());
    }

    /** Enters whole matters as they stand, in place of what was entered of them. */
    void enter(Connection connection, Map<Long, Matter> matters) throws SQLException {
        Map<Long, List<Step>> histories =
                Histories.of(connection, matters.keySet().toArray(Long[]::new));
        Map<Long, Vector> said = new LinkedHashMap<>();
        histories.forEach((id, steps) -> {
            Matter matter = Objects.requireNonNull(matters.get(id));
            List<Step> until = steps.stream()
                    .filter(step -> step.seq() <= matter.version())
                    .toList();
            said.put(id, new Documents(programme(matter), matter).all(until));
        });
        columns(said).write(connection, ENTER_ANEW);
    }

    private static Columns columns(Map<Long, Vector> said) {
        Columns columns = new Columns("int8", "text");
        said.forEach((matter, vector) -> {
            if (!vector.isEmpty()) {
                columns.add(matter, vector.toString());
            }
        });
        return columns;
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
