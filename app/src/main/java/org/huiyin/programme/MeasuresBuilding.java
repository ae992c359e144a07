package org.huiyin.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.calendar.Limit;
import org.huiyin.programme.Measures.Alarm;
import org.huiyin.programme.Measures.Campaign;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.Measures.Exclusions;
import org.huiyin.programme.Measures.Measure;
import org.huiyin.programme.Measures.Owner;
import org.huiyin.programme.Measures.Part;
import org.huiyin.programme.Measures.PeriodRule;
import org.huiyin.programme.Measures.Ranking;
import org.jspecify.annotations.Nullable;

/** Builds Measures from a file that was found right. */
final class MeasuresBuilding {

    private MeasuresBuilding() {}

    static Measures measures(Cursor root, String fingerprint) {
        Cursor ranking = root.get("ranking");
        Cursor exclusions = root.get("exclusions");
        return new Measures(
                root.get("measures-of").text(),
                root.get("version").node().asInt(),
                LocalDate.parse(root.get("effective-from").text()),
                fingerprint,
                Building.named(root.get("parts"), MeasuresBuilding::part),
                Building.named(root.get("measures"), MeasuresBuilding::measure),
                Building.named(root.get("periods"), MeasuresBuilding::period),
                Building.named(root.get("campaigns"), MeasuresBuilding::campaign),
                new Ranking(
                        ranking.get("by").text(),
                        ranking.get("least").node().asInt(),
                        decimal(ranking.get("z"), BigDecimal.ZERO),
                        ranking.get("classes").texts(),
                        Limit.parse(ranking.get("notice").text()),
                        Limit.parse(ranking.get("decide").text())),
                new Exclusions(
                        Building.named(exclusions.get("classes"), Building::text),
                        Limit.parse(exclusions.get("appeal").text()),
                        Limit.parse(exclusions.get("decide").text())),
                Building.named(root.get("alarms"), MeasuresBuilding::alarm));
    }

    private static Part part(Cursor part) {
        Cursor when = part.get("when");
        return new Part(
                part.key(),
                Building.text(part),
                Set.copyOf(part.get("on").texts()),
                when.exists() ? Conditions.counting(when.text()) : null,
                Building.word(Owner.class, part.get("unit").maybeText().orElse("lead")),
                clock(part),
                part.get("kept").isTrue(),
                part.get("daily").isTrue());
    }

    private static @Nullable String clock(Cursor part) {
        return part.get("clock").exists() ? part.get("clock").text() : null;
    }

    private static Measure measure(Cursor measure) {
        Map<String, BigDecimal> of = new LinkedHashMap<>();
        measure.get("of").entries().forEach(weight -> of.put(weight.key(), decimal(weight, BigDecimal.ONE)));
        List<String> by = measure.get("by").texts();
        return new Measure(
                measure.key(),
                Building.text(measure),
                java.util.Collections.unmodifiableMap(of),
                measure.get("over").texts(),
                by.isEmpty()
                        ? Set.of(Dimension.values())
                        : by.stream()
                                .map(word -> Building.word(Dimension.class, word))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    private static PeriodRule period(Cursor period) {
        return new PeriodRule(
                period.key(),
                Building.text(period),
                period.get("months").node().asInt(),
                period.get("day").node().asInt(0),
                period.get("at").exists() ? LocalTime.parse(period.get("at").text()) : LocalTime.MIDNIGHT);
    }

    private static Campaign campaign(Cursor campaign) {
        return new Campaign(
                campaign.key(),
                Building.text(campaign),
                LocalDate.parse(campaign.get("from").text()),
                LocalDate.parse(campaign.get("until").text()));
    }

    private static Alarm alarm(Cursor alarm) {
        return new Alarm(
                alarm.key(),
                Building.text(alarm),
                Building.word(Alarm.Kind.class, alarm.get("kind").text()),
                alarm.get("measures").texts(),
                alarm.get("of").text(),
                alarm.get("over").each().map(Cursor::text).toList(),
                decimal(alarm.get("above"), BigDecimal.ZERO),
                alarm.get("least").node().asInt(),
                alarm.get("within").node().asInt(60));
    }

    private static BigDecimal decimal(Cursor at, BigDecimal absent) {
        return at.exists() ? new BigDecimal(at.text()) : absent;
    }
}
