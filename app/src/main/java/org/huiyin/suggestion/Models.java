package org.huiyin.suggestion;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The models a city made, and which of them is in force: the one last handed over to, whoever did it. */
@Component
class Models {

    /** Models older than these are remembered, but nothing goes back to them. */
    private static final int KEPT = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEEP = """
            insert into suggestion_model (programme, learned_at, learned_by, matters, figures, model)
            values (:programme, :at, :by, :matters, cast(:figures as jsonb), :model) returning id
            """;
    private static final String THIN_OUT = """
            update suggestion_model set model = null where programme = :programme and model is not null and id not in (
              select id from suggestion_model where programme = :programme order by id desc limit :kept)
            """;
    private static final String HAND_OVER = """
            insert into suggestion_handover (programme, model, at, by, reason)
            select programme, id, :at, :by, :reason from suggestion_model where id = :model and model is not null
            """;
    private static final String IN_FORCE = """
            select distinct on (programme) programme, model from suggestion_handover order by programme, id desc
            """;
    private static final String BYTES = """
            select model from suggestion_model where id = :model and model is not null
            """;
    private static final String ALL = """
            select m.id, m.programme, m.learned_at, m.learned_by, m.matters, m.figures::text, m.model is not null,
              octet_length(m.model), h.at, h.by, h.reason
            from suggestion_model m left join lateral (
              select at, by, reason from suggestion_handover h where h.model = m.id order by h.id desc limit 1) h on true
            order by m.id desc limit :most
            """;

    private final JdbcClient database;

    Models(JdbcClient database) {
        this.database = database;
    }

    /** Which model of a programme is in force. */
    record InForce(String programme, long model) {}

    /**
     * A model as the page tells of it.
     *
     * @param kept whether it can still be handed over to
     * @param reason why it was last handed over to; the time and the person beside it
     */
    record Row(
            long id,
            String programme,
            Instant learnedAt,
            String learnedBy,
            int matters,
            Figures figures,
            boolean kept,
            long sizeBytes,
            @Nullable Instant since,
            @Nullable String by,
            @Nullable String reason) {}

    List<InForce> inForce() {
        return database.sql(IN_FORCE)
                .query((row, n) -> new InForce(row.getString(1), row.getLong(2)))
                .list();
    }

    Optional<Long> inForce(String programme) {
        return inForce().stream()
                .filter(one -> one.programme().equals(programme))
                .map(InForce::model)
                .findFirst();
    }

    /**
     * Reads a model.
     *
     * @throws org.huiyin.routing.CannotLearn when it is not as it was written or of another version
     */
    Optional<CityModel> find(long model) {
        return database.sql(BYTES)
                .param("model", model)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .map(bytes -> ModelBytes.read(bytes, "Model " + model));
    }

    /** Keeps a new model and lets go of the bytes of the oldest; returns its number. */
    long keep(String programme, CityModel model, int matters, Figures figures) {
        long id = database.sql(KEEP)
                .param("programme", programme)
                .param("at", time(model.about().at()))
                .param("by", model.about().by())
                .param("matters", matters)
                .param("figures", JSON.writeValueAsString(figures))
                .param("model", ModelBytes.of(model))
                .query(Long.class)
                .single();
        database.sql(THIN_OUT).param("programme", programme).param("kept", KEPT).update();
        return id;
    }

    /** Puts a model in force; false when there is none of that number any more. */
    boolean handOver(long model, Instant at, String by, String reason) {
        return database.sql(HAND_OVER)
                        .param("model", model)
                        .param("at", time(at))
                        .param("by", by)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** The newest, newest first. */
    List<Row> all(int most) {
        return database.sql(ALL)
                .param("most", most)
                .query((row, n) -> {
                    OffsetDateTime since = row.getObject(9, OffsetDateTime.class);
                    return new Row(
                            row.getLong(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getString(4),
                            row.getInt(5),
                            JSON.readValue(row.getString(6), Figures.class),
                            row.getBoolean(7),
                            row.getLong(8),
                            since == null ? null : since.toInstant(),
                            row.getString(10),
                            row.getString(11));
                })
                .list();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
