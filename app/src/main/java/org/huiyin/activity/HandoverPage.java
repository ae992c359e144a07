package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Said;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Hands over what somebody was to carry out. */
@Controller
class HandoverPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Handovers handovers;
    private final People people;

    HandoverPage(Handovers handovers, People people) {
        this.handovers = handovers;
        this.people = people;
    }

    @GetMapping("/desk/handovers")
    JteModel show(Page page) {
        return shown(page, "", "", List.of());
    }

    /** From whom is chosen among those who left, or typed. */
    @PostMapping("/desk/handovers")
    ResponseEntity<JteModel> give(Page page, HttpServletRequest request, HttpServletResponse response) {
        Typed typed = new Typed(Filled.of(request));
        List<String> wrong = new ArrayList<>();
        List<Who> from = typed.whos("who");
        if (from.isEmpty()) {
            from = meant(page, typed.text("from"), wrong);
        }
        List<Who> to = meant(page, typed.text("to"), wrong);
        if (wrong.isEmpty() && (from.size() != 1 || to.size() != 1 || from.equals(to))) {
            wrong.add(page.t("activity.handover.one"));
        }
        if (!wrong.isEmpty()) {
            return ResponseEntity.status(422).body(shown(page, typed.text("from"), typed.text("to"), wrong));
        }
        Handovers.Given given = handovers.give(
                page.reader(), from.getFirst(), to.getFirst(), page.formats().now(), typed.key());
        Said.next(response, page.t("activity.handover.said", given.given(), given.stay()));
        return PlanPage.to("/desk/handovers");
    }

    private List<Who> meant(Page page, String typed, List<String> wrong) {
        People.Meant meant = people.meant(typed, page.reader());
        if (!meant.unknown().isEmpty()) {
            wrong.add(page.t("activity.wrong.unknown-people", String.join("、", meant.unknown())));
        }
        if (!meant.several().isEmpty()) {
            wrong.add(page.t("activity.wrong.several-people", String.join("；", meant.several())));
        }
        return meant.who();
    }

    private JteModel shown(Page page, String from, String to, List<String> wrong) {
        List<Handovers.Left> left = handovers.left(page.reader(), page.formats().now());
        Map<Who, People.Named> names =
                people.named(left.stream().map(one -> Who.post(one.post())).toList(), page.locale());
        return templates.activityHandover(
                page,
                new HandoverView(
                        left.stream()
                                .map(one -> {
                                    Who who = Who.post(one.post());
                                    People.Named named = names.getOrDefault(who, new People.Named("＊", ""));
                                    return new HandoverView.Row(
                                            who.toString(),
                                            named.name(),
                                            named.more(),
                                            one.activities(),
                                            page.time(one.next()));
                                })
                                .toList(),
                        from,
                        to,
                        wrong,
                        UUID.randomUUID().toString()));
    }
}
