package org.huiyin.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.frame.Page;
import org.huiyin.programme.Measures;
import org.springframework.stereotype.Component;

/** Says alarms in words. They are looked for once a minute and period, however many look at them. */
@Component
class AlarmViews {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 50;

    private final Alarms alarms;
    private final LiveFigures live;
    private final FigureNames names;
    private final Map<String, Looked> looked = new ConcurrentHashMap<>();

    AlarmViews(Alarms alarms, LiveFigures live, FigureNames names) {
        this.alarms = alarms;
        this.live = live;
        this.names = names;
    }

    private record Looked(Instant at, List<Alarms.Raised> raised) {}

    List<AssessmentView.Alarmed> of(Page page, Selection selection, Instant now) {
        return look(selection, now).stream()
                .map(one -> said(page, selection, one))
                .toList();
    }

    private List<Alarms.Raised> look(Selection selection, Instant now) {
        Looked known = looked.get(selection.period().key());
        if (known != null && !now.isAfter(known.at().plus(FRESH)) && !now.isBefore(known.at())) {
            return known.raised();
        }
        if (looked.size() > MOST_KEPT) {
            looked.clear();
        }
        Selection all = selection.by(By.ALL_UNITS);
        List<Alarms.Raised> raised = alarms.of(selection.measures(), selection.period(), live.of(all, now));
        looked.put(selection.period().key(), new Looked(now, raised));
        return raised;
    }

    private AssessmentView.Alarmed said(Page page, Selection selection, Alarms.Raised one) {
        Measures measures = selection.measures();
        Selection unit = selection.by(By.ALL_UNITS).of(Integer.toString(one.unit()));
        boolean rate = measures.measure(one.what()).isPresent();
        Measures.Part part = measures.parts().get(one.what());
        String what = measures.measure(one.what())
                .map(measure -> page.t(measure.title()))
                .orElse(part == null ? one.what() : page.t(part.title()));
        String said = one.alarm().kind() == Measures.Alarm.Kind.AFTER
                ? page.t("assessment.alarm.count", what, one.cases())
                : page.t("assessment.alarm.share", what, one.percent().toPlainString(), one.cases());
        return new AssessmentView.Alarmed(
                page.t(one.alarm().title()),
                names.unit(page, one.unit()),
                said,
                rate ? unit.figure(one.what()) : unit.matters(one.what()));
    }
}
