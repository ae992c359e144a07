package org.huiyin.activity;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.register.CardPart;
import org.huiyin.register.Entry;
import org.huiyin.register.Register;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The activities an entry of a register has to do with, on its card, and a way to begin the next. */
@Component
@Order(10)
class EntryPart implements CardPart {

    private static final int MOST = 20;

    private final StaticTemplates templates = new StaticTemplates();
    private final ActivityLists lists;
    private final Activities activities;
    private final Kinds kinds;
    private final ActivityRights rights;
    private final ActivityWords words;

    EntryPart(ActivityLists lists, Activities activities, Kinds kinds, ActivityRights rights, ActivityWords words) {
        this.lists = lists;
        this.activities = activities;
        this.kinds = kinds;
        this.rights = rights;
        this.words = words;
    }

    @Override
    public Optional<Content> of(Page page, Register register, Entry entry) {
        List<Kind> begin = kinds.newest().stream()
                .filter(kind -> kind.whom().register().equals(register.name()))
                .filter(kind -> entry.present() && rights.plansAt(page.reader(), kind, entry.place()))
                .toList();
        List<ActivityRow> rows = new ArrayList<>();
        for (long id : lists.of(Who.entry(entry.id()), MOST)) {
            activities
                    .find(id)
                    .filter(so -> rights.seesInside(page.reader(), kinds.of(so), so))
                    .ifPresent(so -> rows.add(words.row(page, id, so)));
        }
        if (begin.isEmpty() && rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(templates.activityOfentry(
                page,
                rows,
                begin.stream()
                        .map(kind -> new Options.Option(
                                "/desk/activities/new?kind=" + kind.name() + "&entry=" + register.label(entry.number())
                                        + "&place=" + entry.place(),
                                page.t(kind.title())))
                        .toList()));
    }
}
