package org.huiyin.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.evidence.Attachment.Kind;
import org.huiyin.evidence.Attachment.Pixels;
import org.huiyin.evidence.Attachment.Position;
import org.huiyin.evidence.Attachment.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The rows of attachments and of the steps that use them. */
final class AttachmentRows {

    private static final String INSERT = """
            INSERT INTO attachment (id, kind, media_type, name, size_bytes, sha256, width, height, taken_latitude, taken_longitude,
                taken_at, uploaded_by, created_at, held_by, held_until)
            SELECT id, kind, media_type, name, size_bytes, sha256, width, height, taken_latitude, taken_longitude, taken_at,
                nullif(:account::bigint, 0), :now, :holder, :until
            FROM jsonb_to_recordset(:rows::jsonb) AS new (id uuid, kind text, media_type text, name text, size_bytes bigint,
                sha256 text, width integer, height integer, taken_latitude double precision, taken_longitude double precision,
                taken_at timestamptz)
            """;
    private static final String HOLD_ON = """
            UPDATE attachment SET held_until = :until
            WHERE id = ANY (:ids::uuid[]) AND held_by = ANY (:holders) AND held_until > :now
            RETURNING id, 0 AS step_seq, kind, media_type, name, size_bytes, sha256, width, height, taken_latitude,
                taken_longitude, taken_at, created_at
            """;
    private static final String OF_MATTER = """
            SELECT id, step_seq, kind, media_type, name, size_bytes, sha256, width, height, taken_latitude, taken_longitude,
                taken_at, created_at
            FROM attachment_use JOIN attachment ON id = attachment_id
            WHERE matter_id = :matter
            ORDER BY step_seq, position
            """;
    private static final String OF_MATTERS = """
            SELECT id, step_seq, kind, media_type, name, size_bytes, sha256, width, height, taken_latitude, taken_longitude,
                taken_at, created_at, matter_id
            FROM attachment_use JOIN attachment ON id = attachment_id
            WHERE matter_id = ANY (:matters)
            ORDER BY matter_id, step_seq, position
            """;
    private static final String ONE = """
            SELECT id, 0 AS step_seq, kind, media_type, name, size_bytes, sha256, width, height, taken_latitude,
                taken_longitude, taken_at, created_at
            FROM attachment WHERE id = :id
            """;
    private static final String HELD = """
            SELECT count(*) > 0 FROM attachment WHERE id = :id AND held_by = ANY (:holders) AND held_until > :now
            """;
    private static final String USES = """
            SELECT matter_id, step_seq FROM attachment_use WHERE attachment_id = :id ORDER BY matter_id, step_seq
            """;
    private static final String KEEP = """
            INSERT INTO attachment_keep (kind, id, attachment_id, position)
            SELECT :kind, :id, attachment.id, wanted.position
            FROM unnest(:ids::uuid[]) WITH ORDINALITY AS wanted (id, position) JOIN attachment ON attachment.id = wanted.id
            """;
    private static final String KEPT = """
            SELECT k.id AS keeper, a.id, 0 AS step_seq, a.kind, a.media_type, a.name, a.size_bytes, a.sha256, a.width, a.height,
                a.taken_latitude, a.taken_longitude, a.taken_at, a.created_at
            FROM attachment_keep k JOIN attachment a ON a.id = k.attachment_id
            WHERE k.kind = :kind AND k.id = ANY (:keepers)
            ORDER BY k.id, k.position
            """;
    private static final String KEEPERS = """
            SELECT kind, id FROM attachment_keep WHERE attachment_id = :id ORDER BY kind, id
            """;
    private static final String SWEEP_LOOSE = """
            DELETE FROM attachment
            WHERE held_until < :now AND NOT EXISTS (SELECT FROM attachment_use WHERE attachment_id = attachment.id)
              AND NOT EXISTS (SELECT FROM attachment_keep WHERE attachment_id = attachment.id)
            RETURNING sha256
            """;
    private static final String LET_GO = """
            UPDATE attachment SET held_by = NULL, held_until = NULL
            WHERE held_until < :now AND (EXISTS (SELECT FROM attachment_use WHERE attachment_id = attachment.id)
              OR EXISTS (SELECT FROM attachment_keep WHERE attachment_id = attachment.id))
            """;
    /** Keeping and removing the same content wait for each other; in order, so that no two wait in a ring. */
    private static final String LOCK_CONTENT = """
            SELECT count(pg_advisory_xact_lock(hashtextextended(sha256, 30)))
            FROM (SELECT DISTINCT sha256 FROM unnest(:contents) AS given (sha256) ORDER BY sha256) AS sorted
            """;

    private static final String UNUSED_CONTENT = """
            SELECT DISTINCT given.sha256 FROM unnest(:contents) AS given (sha256)
            WHERE NOT EXISTS (SELECT FROM attachment WHERE attachment.sha256 = given.sha256)
            """;

    private final JdbcClient database;
    private final JsonMapper json = new JsonMapper();

    AttachmentRows(JdbcClient database) {
        this.database = database;
    }

    /** A new row, its columns under their own names. */
    private record New(
            UUID id,
            String kind,
            String media_type,
            String name,
            long size_bytes,
            String sha256,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double taken_latitude,
            @Nullable Double taken_longitude,
            @Nullable String taken_at) {

        static New of(Attachment a) {
            Pixels pixels = a.pixels();
            Position position = a.taken().position();
            Instant at = a.taken().at();
            return new New(
                    a.id(),
                    a.kind().name().toLowerCase(Locale.ROOT),
                    a.mediaType(),
                    a.name(),
                    a.sizeBytes(),
                    a.sha256(),
                    pixels == null ? null : pixels.width(),
                    pixels == null ? null : pixels.height(),
                    position == null ? null : position.latitude(),
                    position == null ? null : position.longitude(),
                    at == null ? null : at.toString());
        }
    }

    /** A step that uses an attachment. */
    record Use(long matter, int step) {}

    void insert(List<Attachment> attachments, Holder holder, Instant now, Instant until) {
        database.sql(INSERT)
                .param(
                        "rows",
                        json.writeValueAsString(
                                attachments.stream().map(New::of).toList()))
                .param("account", holder.account())
                .param("holder", holder.name())
                .param("now", utc(now))
                .param("until", utc(until))
                .update();
    }

    /** Those of the ids that this holder holds, held on until later. */
    List<Attachment> holdOn(Collection<UUID> ids, Holder holder, Instant now, Instant until) {
        return database.sql(HOLD_ON)
                .param("ids", texts(ids))
                .param("holders", texts(holder.names()))
                .param("now", utc(now))
                .param("until", utc(until))
                .query(AttachmentRows::attachment)
                .list();
    }

    List<Attachment> ofMatter(long matter) {
        return database.sql(OF_MATTER)
                .param("matter", matter)
                .query(AttachmentRows::attachment)
                .list();
    }

    Map<Long, List<Attachment>> ofMatters(List<Long> matters) {
        Map<Long, List<Attachment>> found = new HashMap<>();
        database.sql(OF_MATTERS).param("matters", matters.toArray(Long[]::new)).query(row -> {
            found.computeIfAbsent(row.getLong("matter_id"), matter -> new ArrayList<>())
                    .add(attachment(row, 0));
        });
        return found;
    }

    Optional<Attachment> find(UUID id) {
        return database.sql(ONE)
                .param("id", id)
                .query(AttachmentRows::attachment)
                .optional();
    }

    boolean held(UUID id, Holder holder, Instant now) {
        return database.sql(HELD)
                .param("id", id)
                .param("holders", texts(holder.names()))
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
    }

    List<Use> uses(UUID id) {
        return database.sql(USES)
                .param("id", id)
                .query((row, n) -> new Use(row.getLong("matter_id"), row.getInt("step_seq")))
                .list();
    }

    /** Within a transaction: nothing sweeps these from now on. Returns how many there were. */
    int keep(Keeper keeper, Collection<UUID> ids) {
        return database.sql(KEEP)
                .param("kind", keeper.kind())
                .param("id", keeper.id())
                .param("ids", texts(ids))
                .update();
    }

    Map<Long, List<Attachment>> kept(String kind, Collection<Long> keepers) {
        Map<Long, List<Attachment>> found = new HashMap<>();
        database.sql(KEPT)
                .param("kind", kind)
                .param("keepers", keepers.toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("keeper"), id -> new ArrayList<>())
                            .add(attachment(row, 0));
                });
        return found;
    }

    List<Keeper> keepers(UUID id) {
        return database.sql(KEEPERS)
                .param("id", id)
                .query((row, n) -> new Keeper(row.getString("kind"), row.getLong("id")))
                .list();
    }

    /** Deletes what no step used in time and lets go of what one did; gives the content of the deleted rows. */
    List<String> sweep(Instant now) {
        database.sql(LET_GO).param("now", utc(now)).update();
        return database.sql(SWEEP_LOOSE)
                .param("now", utc(now))
                .query((row, n) -> row.getString("sha256"))
                .list();
    }

    /** Within a transaction: nobody else keeps or removes this content until it ends. */
    void lockContent(Collection<String> contents) {
        database.sql(LOCK_CONTENT)
                .param("contents", texts(contents))
                .query(Long.class)
                .single();
    }

    List<String> unusedContent(Collection<String> contents) {
        return database.sql(UNUSED_CONTENT)
                .param("contents", texts(contents))
                .query((row, n) -> row.getString("sha256"))
                .list();
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Attachment attachment(ResultSet row, int n) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        double latitude = row.getDouble("taken_latitude");
        Position position = row.wasNull() ? null : new Position(latitude, row.getDouble("taken_longitude"));
        OffsetDateTime taken = row.getObject("taken_at", OffsetDateTime.class);
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getInt("step_seq"),
                kind,
                row.getString("media_type"),
                row.getString("name"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                kind == Kind.IMAGE ? new Pixels(row.getInt("width"), row.getInt("height")) : null,
                new Taken(position, taken == null ? null : taken.toInstant()),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
