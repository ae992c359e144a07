package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.huiyin.assessment.Assessment;
import org.huiyin.assessment.Exclusion.Grounds;
import org.huiyin.assessment.Exclusion.Kind;
import org.huiyin.assessment.ExclusionFile;
import org.huiyin.assessment.Period;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Unit;
import org.huiyin.supervision.Instrument;
import org.huiyin.supervision.Instruments;
import org.springframework.stereotype.Component;

/** The end of every assessment month: exclusions are asked for, decided, appealed against and decided again, and the ranking is published. */
@Component
class MonthEnd {

    private static final int SEVERAL = 6;

    private final ExclusionFile exclusions;
    private final Assessment assessment;
    private final Instruments instruments;
    private final MatterLookup lookup;
    private final Map<String, List<Asked>> files = new HashMap<>();

    MonthEnd(ExclusionFile exclusions, Assessment assessment, Instruments instruments, MatterLookup lookup) {
        this.exclusions = exclusions;
        this.assessment = assessment;
        this.instruments = instruments;
        this.lookup = lookup;
    }

    /** A request, and whether it goes on after the first decision. */
    private record Asked(long id, Unit unit, boolean refused) {}

    void day(Stage stage, List<Period> periods, Instant now) {
        LocalDate today = stage.tempo().day(now);
        for (int month = 0; month < periods.size(); month++) {
            Period period = periods.get(month);
            List<Asked> file = files.computeIfAbsent(period.key(), key -> new ArrayList<>());
            if (today.equals(worked(stage, period, -7))) {
                ask(stage, period, month < periods.size() - 2 ? 2 : SEVERAL, file);
            }
            if (today.equals(worked(stage, period, -4))) {
                decide(stage, file);
            }
            if (today.equals(worked(stage, period, -1))) {
                each(
                        file,
                        (one, i) -> exclusions.act(
                                stage.cast().head(one.unit()),
                                one.id(),
                                Kind.APPEAL,
                                stage.phrases().all("appeals").get(i % 2)));
            }
            if (today.equals(worked(stage, period, 1))) {
                each(
                        file,
                        (one, i) -> exclusions.act(
                                stage.cast().supervisor(1),
                                one.id(),
                                i % 2 == 0 ? Kind.OVERTURN : Kind.UPHOLD,
                                stage.phrases()
                                        .all(i % 2 == 0 ? "overturned" : "upheld")
                                        .getFirst()));
            }
            if (today.equals(worked(stage, period, 2))) {
                assessment.publish(Story.PROGRAMME, period, stage.cast().supervisor(0));
            }
        }
    }

    /** The working day so many days from the end of the period, or the next after it. */
    private static LocalDate worked(Stage stage, Period period, int days) {
        LocalDate day = stage.tempo().day(period.until().plus(Duration.ofDays(days)));
        while (!stage.tempo().worked(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Units under instruments say why some matters should not count. */
    private void ask(Stage stage, Period period, int atMost, List<Asked> file) {
        Instruments.Narrowed narrowed = new Instruments.Narrowed("urging", "", "", Long.MAX_VALUE);
        SplittableRandom random =
                new SplittableRandom(stage.script().seed() ^ period.key().hashCode());
        for (Instrument one : instruments.page(stage.cast().supervisor(0), narrowed, SEVERAL * SEVERAL)) {
            if (file.size() < atMost && random.nextInt(4) == 0) {
                ask(stage, period, one.matter(), random, file);
            }
        }
    }

    private void ask(Stage stage, Period period, MatterNumber number, SplittableRandom random, List<Asked> file) {
        List<String> kinds = stage.phrases().kinds("exclusions");
        String kind = kinds.get(random.nextInt(kinds.size()));
        List<String> texts = stage.phrases().all("exclusions." + kind);
        lookup.find(number).ifPresent(matter -> {
            Integer lead = matter.lead();
            Unit unit = stage.cast().unit(lead == null ? matter.office() : lead);
            exclusions
                    .ask(stage.cast().head(unit), matter, period, new Grounds(kind, texts.getFirst(), texts.getLast()))
                    .ifPresent(id -> file.add(new Asked(id, unit, file.size() % 2 == 1)));
        });
    }

    private void decide(Stage stage, List<Asked> file) {
        for (Asked one : file) {
            exclusions.act(
                    stage.cast().supervisor(0),
                    one.id(),
                    one.refused() ? Kind.REFUSE : Kind.APPROVE,
                    stage.phrases()
                            .all(one.refused() ? "rejections" : "approvals")
                            .getFirst());
        }
    }

    private static void each(List<Asked> file, java.util.function.ObjIntConsumer<Asked> what) {
        List<Asked> refused = file.stream().filter(Asked::refused).toList();
        for (int i = 0; i < Math.min(2, refused.size()); i++) {
            what.accept(refused.get(i), i);
        }
    }
}
