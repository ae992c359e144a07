package org.huiyin.activity;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.worklist.MatterPanel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the page of a matter that it came from an activity, and leads back to it for those who may see it. */
@Component
@Order(6)
class FoundPanel implements MatterPanel {

    private final StaticTemplates templates = new StaticTemplates();
    private final Activities activities;
    private final Kinds kinds;
    private final ActivityRights rights;

    FoundPanel(Activities activities, Kinds kinds, ActivityRights rights) {
        this.activities = activities;
        this.kinds = kinds;
        this.rights = rights;
    }

    @Override
    public Optional<Content> of(Page page, Matter matter) {
        return activities
                .findingOf(matter.id())
                .flatMap(found -> activities.find(found.activity()).map(so -> {
                    boolean sees = rights.seesInside(page.reader(), kinds.of(so), so);
                    return templates.activityOrigin(
                            page,
                            sees
                                    ? page.t(
                                            "activity.origin",
                                            so.plan().title(),
                                            so.plan().starts())
                                    : page.t(
                                            "activity.origin.hidden",
                                            page.t(kinds.of(so).title())),
                            sees ? "/desk/activities/" + found.activity() + "#findings" : "");
                }));
    }
}
