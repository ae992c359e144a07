package org.huiyin.assessment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.huiyin.frame.Page;
import org.huiyin.map.CityMap;
import org.huiyin.map.Drawing;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.springframework.stereotype.Component;

/** What stands around the bands of the cockpit: the lists' balance, the map, the alarms. */
@Component
class CockpitSides {

    private final Programmes programmes;
    private final CityMap map;
    private final AlarmViews alarms;

    CockpitSides(Programmes programmes, CityMap map, AlarmViews alarms) {
        this.programmes = programmes;
        this.map = map;
        this.alarms = alarms;
    }

    List<CockpitView.Stat> lists(Page page, String programme, List<Cockpit.Listed> listed) {
        Map<String, Long> counts = new HashMap<>();
        listed.forEach(one -> counts.put(one.list(), one.matters()));
        return rules(programme).stream()
                .map(list -> new CockpitView.Stat(
                        page.t(list.title()),
                        page.number(counts.getOrDefault(list.name(), 0L)),
                        "/board?list=" + list.name()))
                .toList();
    }

    /** The lists of matters that are not done yet. */
    List<String> open(String programme) {
        return rules(programme).stream()
                .filter(Programme.ListRule::open)
                .map(Programme.ListRule::name)
                .toList();
    }

    private List<Programme.ListRule> rules(String programme) {
        return programmes.newest().stream()
                .filter(one -> one.name().equals(programme))
                .flatMap(one -> one.lists().values().stream())
                .toList();
    }

    Drawing map(Page page, List<Cockpit.Volume> counties, UnaryOperator<String> href) {
        Map<String, Long> counts = new HashMap<>();
        counties.forEach(one -> counts.put(one.key(), one.now()));
        return map.of(null, counts, href, page.locale());
    }

    List<AssessmentView.Alarmed> alarms(Page page, Selection selection, Instant now) {
        return alarms.of(page, selection, now);
    }
}
