package org.huiyin.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the documents a unit read in and what was found in them, each once. */
@Component
class ReadDocuments {

    private static final String MINUTES = "纪要";

    private static final int MOST_LISTED = 100;

    private static final String KEEP = """
            insert into read_document (unit_id, name, kind, sha256, day, day_said, articles, account, post, read_at)
            values (:unit, :name, :kind, :sha256, :day, :said, cast(:articles as jsonb), :account, :post, :now)
            on conflict (unit_id, sha256) do nothing returning id
            """;
    private static final String KEPT = """
            select id from read_document where unit_id = :unit and sha256 = :sha256
            """;
    private static final String KEEP_ITEMS = """
            insert into read_item (document_id, unit_id, fingerprint, kind, article, title, who, lead, due, measures, source, mark_from, mark_to,
              place, figure)
            select :document, :unit, i ->> 'fingerprint', i ->> 'kind', (i ->> 'article')::integer, i ->> 'title', i ->> 'who', i ->> 'lead',
              (i ->> 'due')::date, i ->> 'measures', i ->> 'source', (i ->> 'markFrom')::integer, (i ->> 'markTo')::integer, i ->> 'place',
              nullif(i -> 'figure', 'null'::jsonb)
            from jsonb_array_elements(cast(:items as jsonb)) with ordinality as given(i, n) order by n
            on conflict (unit_id, fingerprint) do nothing
            """;
    private static final String ELSEWHERE = """
            select d.id, d.name, count(*) from read_item i join read_document d on d.id = i.document_id
            where i.unit_id = :unit and i.document_id <> :document and i.fingerprint = any(:fingerprints) group by d.id, d.name order by d.id
            """;
    private static final String LISTED = """
            select d.id, d.name, d.kind, d.day, d.day_said, d.read_at,
              (select count(*) from read_item i where i.document_id = d.id and i.state = 'draft'),
              (select count(*) from read_item i where i.document_id = d.id and i.state = 'confirmed'),
              (select count(*) from read_item i where i.document_id = d.id and i.state = 'dropped')
            from read_document d where d.unit_id = :unit order by d.id desc limit :most
            """;
    private static final String ONE = """
            select id, name, kind, day, day_said, articles, read_at from read_document where id = :id and unit_id = :unit
            """;
    private static final String ITEMS = """
            select id, document_id, kind, article, title, who, lead, due, measures, source, mark_from, mark_to, place, figure, state, token,
              matter_id, version, coalesce(decision_key, '')
            from read_item where document_id = :document and unit_id = :unit order by article, id
            """;
    private static final String OF_MATTER = """
            select d.id, d.unit_id, d.name, i.source from read_item i join read_document d on d.id = i.document_id where i.matter_id = :matter
            """;
    private static final String MILESTONES = """
            select i.document_id, i.title, i.due, i.matter_id from read_item i
            where i.unit_id = :unit and i.due is not null and i.matter_id is not null order by i.due desc, i.id desc limit :most
            """;
    private static final String WAITING = """
            select count(*) from read_document d where d.unit_id = :unit
              and exists (select 1 from read_item i where i.document_id = d.id and i.state = 'draft')
            """;

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    ReadDocuments(JdbcClient database) {
        this.database = database;
    }

    /** A document in a list. */
    record Listed(
            long id,
            String name,
            String kind,
            LocalDate day,
            boolean daySaid,
            Instant readAt,
            long drafts,
            long confirmed,
            long dropped) {}

    /** A document with its articles. */
    record Whole(
            long id, String name, String kind, LocalDate day, boolean daySaid, List<Article> articles, Instant readAt) {

        /** What programmes take it for: minutes say so in their name or title. */
        String origin() {
            boolean minutes = name.contains(MINUTES)
                    || articles.stream().anyMatch(article -> article.name().contains(MINUTES));
            return minutes ? "minutes" : "document";
        }
    }

    /** What came of keeping one: known before or not, and how many things in it were known from others. */
    record Kept(long id, boolean fresh, int items, int known) {}

    /** Where a matter came from. */
    record Origin(long document, int unit, String name, String source) {}

    /** Keeps a document and what was found in it, once. */
    @Transactional
    public Kept keep(Actor actor, ReadDocument read, Instant now) {
        Optional<Long> fresh = database.sql(KEEP)
                .param("unit", actor.unit())
                .param("name", read.file())
                .param("kind", read.kind())
                .param("sha256", read.sha256())
                .param("day", read.date())
                .param("said", read.dateSaid())
                .param("articles", json.writeValueAsString(read.articles()))
                .param("account", actor.account())
                .param("post", actor.post())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        if (fresh.isEmpty()) {
            long known = database.sql(KEPT)
                    .param("unit", actor.unit())
                    .param("sha256", read.sha256())
                    .query(Long.class)
                    .single();
            return new Kept(known, false, 0, 0);
        }
        List<Found> found = Found.in(read.articles());
        int kept = database.sql(KEEP_ITEMS)
                .param("document", fresh.get())
                .param("unit", actor.unit())
                .param("items", json.writeValueAsString(found))
                .update();
        return new Kept(fresh.get(), true, kept, found.size() - kept);
    }

    List<Listed> of(Actor actor) {
        return database.sql(LISTED)
                .param("unit", actor.unit())
                .param("most", MOST_LISTED)
                .query((row, n) -> new Listed(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getBoolean(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)))
                .list();
    }

    /** One of the reader's own unit. */
    Optional<Whole> find(Actor actor, long id) {
        return database.sql(ONE)
                .param("id", id)
                .param("unit", actor.unit())
                .query((row, n) -> new Whole(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getBoolean(5),
                        Arrays.asList(json.readValue(row.getString(6), Article[].class)),
                        row.getObject(7, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Where what a document says was read before; such things are not listed twice. */
    List<DocumentView.Other> elsewhere(Actor actor, Whole whole) {
        String[] fingerprints =
                Found.in(whole.articles()).stream().map(Found::fingerprint).toArray(String[]::new);
        return database.sql(ELSEWHERE)
                .param("unit", actor.unit())
                .param("document", whole.id())
                .param("fingerprints", fingerprints)
                .query((row, n) -> new DocumentView.Other(row.getLong(1), row.getString(2), row.getInt(3)))
                .list();
    }

    List<Item> items(Actor actor, long document) {
        return database.sql(ITEMS)
                .param("document", document)
                .param("unit", actor.unit())
                .query((row, n) -> item(row))
                .list();
    }

    /** One thing found in a document of the reader's own unit. */
    Optional<Item> item(Actor actor, long document, long id) {
        return items(actor, document).stream().filter(one -> one.id() == id).findFirst();
    }

    /** A matter that came from a document which says by when it is to be done. */
    record Milestone(long document, String title, LocalDate due, MatterNumber matter) {}

    /** Those of the reader's own unit, latest due first. */
    List<Milestone> milestones(Actor actor) {
        return database.sql(MILESTONES)
                .param("unit", actor.unit())
                .param("most", MOST_LISTED)
                .query((row, n) -> new Milestone(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        new MatterNumber(row.getLong(4))))
                .list();
    }

    Optional<Origin> origin(MatterNumber matter) {
        return database.sql(OF_MATTER)
                .param("matter", matter.id())
                .query((row, n) -> new Origin(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4)))
                .optional();
    }

    int waiting(Actor actor) {
        return database.sql(WAITING)
                .param("unit", actor.unit())
                .query(Integer.class)
                .single();
    }

    private Item item(ResultSet row) throws SQLException {
        long matter = row.getLong(17);
        MatterNumber number = row.wasNull() ? null : new MatterNumber(matter);
        return new Item(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getString(9),
                row.getString(10),
                row.getInt(11),
                row.getInt(12),
                row.getString(13),
                figure(row.getString(14)),
                row.getString(15),
                row.getObject(16, UUID.class),
                number,
                row.getInt(18),
                row.getString(19));
    }

    private Article.@Nullable Figure figure(@Nullable String written) {
        return written == null ? null : json.readValue(written, Article.Figure.class);
    }
}
