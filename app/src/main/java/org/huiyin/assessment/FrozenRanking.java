package org.huiyin.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A published ranking as it was frozen, read from its bytes: nothing here is reckoned anew. */
record FrozenRanking(Map<String, List<Row>> classes) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A unit. */
    record Row(
            int unit,
            String code,
            @Nullable Integer rank,
            @Nullable BigDecimal change,
            Map<String, Long> counts,
            Map<String, Figure> figures) {}

    /**
     * What a measure came to.
     *
     * @param of what it was made of; "" for a sum of measures
     * @param low the interval in percent; null for none
     */
    record Figure(
            String percent,
            String of,
            long over,
            @Nullable Double low,
            @Nullable Double high) {}

    static FrozenRanking read(byte[] result) {
        Map<String, List<Row>> classes = new LinkedHashMap<>();
        JSON.readTree(result).path("classes").properties().forEach(kind -> {
            List<Row> rows = new ArrayList<>();
            kind.getValue().forEach(unit -> rows.add(row(unit)));
            classes.put(kind.getKey(), rows);
        });
        return new FrozenRanking(classes);
    }

    private static Row row(JsonNode unit) {
        Map<String, Long> counts = new LinkedHashMap<>();
        unit.path("counts")
                .properties()
                .forEach(one -> counts.put(one.getKey(), one.getValue().asLong()));
        Map<String, Figure> figures = new LinkedHashMap<>();
        unit.path("scores").properties().forEach(one -> figures.put(one.getKey(), figure(one.getValue())));
        JsonNode rank = unit.path("rank");
        JsonNode change = unit.path("change");
        return new Row(
                unit.path("unit").asInt(),
                unit.path("code").asString(),
                rank.isNumber() ? Integer.valueOf(rank.asInt()) : null,
                change.isNumber() ? change.decimalValue() : null,
                counts,
                figures);
    }

    private static Figure figure(JsonNode score) {
        JsonNode of = score.path("of");
        JsonNode low = score.path("low");
        return new Figure(
                // JSON numbers lose their last noughts on the way
                score.path("percent")
                        .asDecimal()
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString(),
                of.isNumber() ? of.asDecimal().toPlainString() : "",
                score.path("over").asLong(),
                low.isNumber() ? Double.valueOf(low.asDouble()) : null,
                low.isNumber() ? Double.valueOf(score.path("high").asDouble()) : null);
    }

    Row unit(int id) {
        return classes.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.unit() == id)
                .findFirst()
                .orElseThrow(OpenRankings::none);
    }
}
