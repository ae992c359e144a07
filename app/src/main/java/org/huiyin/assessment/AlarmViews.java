package org.huiyin.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Alarm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says alarms in words. They are looked for once a minute and period, however many look at them. */
@Component
class AlarmViews {

    private final Alarms alarms;
    private final LiveFigures live;
    private final FigureNames names;
    private final Remembered<Asked, List<Alarms.Raised>> looked = new Remembered<>();

    AlarmViews(Alarms alarms, LiveFigures live, FigureNames names) {
        this.alarms = alarms;
        this.live = live;
        this.names = names;
    }

    /** What is looked at: a period, with the exclusions that were in force. */
    private record Asked(Measures measures, Period period, List<Long> leftOut) {}

    /** Whether a reader is shown which matters an alarm speaks of: who rated all of them is for supervisors of the whole city. */
    static boolean shows(Actor reader, Alarm alarm) {
        return alarm.kind() != Alarm.Kind.RATER || ExclusionRules.supervises(reader);
    }

    List<AssessmentView.Alarmed> of(Page page, Selection selection, Instant now) {
        return look(selection, now).stream()
                .map(one -> said(page, selection, one))
                .toList();
    }

    /** Those about the units of a place; all of them in the whole city. */
    List<AssessmentView.Alarmed> in(Page page, Selection selection, String place, Instant now) {
        return look(selection, now).stream()
                .filter(one -> names.belongs(one.unit(), place))
                .map(one -> said(page, selection, one))
                .toList();
    }

    /** Those about one unit. */
    List<AssessmentView.Alarmed> about(Page page, Selection selection, int unit, Instant now) {
        return look(selection, now).stream()
                .filter(one -> one.unit() == unit)
                .map(one -> said(page, selection, one))
                .toList();
    }

    /** How many matters an alarm about a unit speaks of; empty when it was not raised. */
    Optional<Long> cases(Selection selection, int unit, String alarm, Instant now) {
        return look(selection, now).stream()
                .filter(one -> one.unit() == unit && one.alarm().name().equals(alarm))
                .map(Alarms.Raised::cases)
                .findFirst();
    }

    /** All of a period. */
    List<Alarms.Raised> look(Selection selection, Instant now) {
        Selection all = selection.by(By.ALL_UNITS);
        List<Long> leftOut =
                live.leftOut(all, now).all().stream().map(Exclusion::id).toList();
        return looked.get(
                new Asked(all.measures(), all.period(), leftOut),
                now,
                () -> alarms.of(all.measures(), all.period(), live.of(all, now)));
    }

    private AssessmentView.Alarmed said(Page page, Selection selection, Alarms.Raised one) {
        Alarm alarm = one.alarm();
        Selection unit = selection.ofUnit(one.unit());
        List<Count> counts = new ArrayList<>();
        if (alarm.kind() != Alarm.Kind.RATE && shows(page.reader(), alarm)) {
            String list = AlarmCases.has(alarm) ? unit.alarm(alarm.name()) : unit.matters(one.what());
            String name = AlarmCases.has(alarm) ? page.t("assessment.alarm.these") : title(page, selection, one.what());
            counts.add(Count.of(page, name, one.cases(), list));
        }
        List<Count> over = new ArrayList<>();
        one.over().forEach((part, n) -> over.add(Count.of(page, title(page, selection, part), n, unit.matters(part))));
        return new AssessmentView.Alarmed(
                page.t(alarm.title()),
                names.unit(page, one.unit()),
                names.path(one.unit()),
                share(page, unit, one),
                alarm.kind() == Alarm.Kind.RATE || alarm.kind() == Alarm.Kind.AFTER
                        ? ""
                        : one.percent().toPlainString() + "%",
                counts,
                over);
    }

    private static AssessmentView.@Nullable Share share(Page page, Selection unit, Alarms.Raised one) {
        return unit.measures()
                .measure(one.what())
                .filter(measure -> one.alarm().kind() == Alarm.Kind.RATE)
                .map(measure -> new AssessmentView.Share(
                        page.t(measure.title()), one.percent().toPlainString() + "%", unit.figure(measure.name())))
                .orElse(null);
    }

    private static String title(Page page, Selection selection, String part) {
        return page.t(FigureViews.part(selection, part).title());
    }
}
