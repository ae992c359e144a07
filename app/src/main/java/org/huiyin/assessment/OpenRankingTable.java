package org.huiyin.assessment;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.org.Organisation;
import org.huiyin.sheet.OpenTable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every figure of every published ranking, as it was frozen. */
@Component
@Order(50)
class OpenRankingTable implements OpenTable {

    private static final int STRETCH = 50;

    private final Rankings rankings;
    private final Organisation organisation;

    OpenRankingTable(Rankings rankings, Organisation organisation) {
        this.rankings = rankings;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "rankings";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("ranking", Type.INTEGER),
                new Field("programme", Type.CODE),
                new Field("period", Type.CODE),
                new Field("as_of", Type.TIME),
                new Field("published_at", Type.TIME),
                new Field("class", Type.CODE),
                new Field("unit", Type.CODE),
                new Field("unit_name", Type.TEXT),
                new Field("rank", Type.INTEGER),
                new Field("measure", Type.CODE),
                new Field("percent", Type.DECIMAL),
                new Field("of", Type.DECIMAL),
                new Field("over", Type.INTEGER),
                new Field("low", Type.DECIMAL),
                new Field("high", Type.DECIMAL));
    }

    @Override
    public void rows(Rows out) throws IOException {
        long before = Long.MAX_VALUE;
        while (true) {
            List<Rankings.Published> found = rankings.before(before, STRETCH);
            if (found.isEmpty()) {
                return;
            }
            for (Rankings.Published one : found) {
                rows(one, out);
            }
            before = found.getLast().id();
        }
    }

    private void rows(Rankings.Published one, Rows out) throws IOException {
        for (Map.Entry<String, List<FrozenRanking.Row>> kind :
                FrozenRanking.read(one.result()).classes().entrySet()) {
            for (FrozenRanking.Row row : kind.getValue()) {
                for (Map.Entry<String, FrozenRanking.Figure> figure :
                        row.figures().entrySet()) {
                    FrozenRanking.Figure value = figure.getValue();
                    out.add(
                            one.id(),
                            one.programme(),
                            one.period(),
                            one.asOf(),
                            one.publishedAt(),
                            kind.getKey(),
                            row.code(),
                            organisation.units().name(row.unit(), Locale.CHINESE),
                            row.rank(),
                            figure.getKey(),
                            new BigDecimal(value.percent()),
                            value.of().isEmpty() ? null : new BigDecimal(value.of()),
                            value.over(),
                            decimal(value.low()),
                            decimal(value.high()));
                }
            }
        }
    }

    private static @Nullable BigDecimal decimal(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
