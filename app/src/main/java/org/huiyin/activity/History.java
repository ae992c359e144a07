package org.huiyin.activity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.frame.Page;
import org.springframework.stereotype.Component;

/** Everything that was done about an activity, the newest first. */
@Component
class History {

    private static final int MOST = 200;
    private static final Duration AT_ONCE = Duration.ofMinutes(10);

    private final Activities activities;
    private final People people;

    History(Activities activities, People people) {
        this.activities = activities;
        this.people = people;
    }

    List<ActivityView.Line> of(Page page, long id, Activity so) {
        List<Act> acts = activities.acts(id).reversed();
        List<Act> shown = acts.subList(0, Math.min(MOST, acts.size()));
        Set<Who> whos = new LinkedHashSet<>();
        shown.forEach(act -> whos.addAll(concerned(act)));
        Map<Who, String> names = people.names(whos, page.locale());
        List<ActivityView.Line> lines = new ArrayList<>();
        for (Act act : shown) {
            boolean late = Duration.between(act.at(), act.recordedAt()).compareTo(AT_ONCE) > 0;
            lines.add(new ActivityView.Line(
                    said(page, act.deed(), names),
                    act.by().post() == 0
                            ? page.t("activity.by.guest")
                            : name(names, Who.post(act.by().post())),
                    act.at(),
                    late ? page.t("activity.told-later", act.recordedAt()) : ""));
        }
        return lines;
    }

    private static List<Who> concerned(Act act) {
        List<Who> whos = new ArrayList<>();
        if (act.by().post() != 0) {
            whos.add(Who.post(act.by().post()));
        }
        switch (act.deed()) {
            case Deed.SignedUp(Who who, boolean waiting) -> whos.add(who);
            case Deed.MovedUp(Who who) -> whos.add(who);
            case Deed.Withdrew(Who who, String reason) -> whos.add(who);
            case Deed.Attended attended -> whos.add(attended.who());
            case Deed.Corrected(int session, Who who, String reason) -> whos.add(who);
            default -> {
                // concerns nobody in particular
            }
        }
        return whos;
    }

    private static String said(Page page, Deed deed, Map<Who, String> names) {
        return switch (deed) {
            case Deed.Planned planned -> page.t("activity.did.planned");
            case Deed.Changed changed -> page.t("activity.did.changed");
            case Deed.Cancelled(String reason) -> page.t("activity.did.cancelled", reason);
            case Deed.SignedUp(Who who, boolean waiting) ->
                page.t(waiting ? "activity.did.waits" : "activity.did.signed-up", name(names, who));
            case Deed.MovedUp(Who who) -> page.t("activity.did.moved-up", name(names, who));
            case Deed.Withdrew(Who who, String reason) -> page.t("activity.did.withdrew", name(names, who), reason);
            case Deed.Attended attended ->
                page.t(
                        "activity.did.attended",
                        name(names, attended.who()),
                        attended.session(),
                        page.t("activity.way." + attended.way().key()),
                        attended.reason());
            case Deed.Corrected(int session, Who who, String reason) ->
                page.t("activity.did.corrected", name(names, who), session, reason);
            case Deed.Reported reported -> page.t("activity.did.reported");
            case Deed.Found found -> page.t("activity.did.found", found.title());
            case Deed.Rated rated ->
                page.t(
                        "activity.did.rated",
                        page.t("activity.satisfied." + rated.satisfied().key()));
        };
    }

    private static String name(Map<Who, String> names, Who who) {
        return names.getOrDefault(who, "＊");
    }
}
