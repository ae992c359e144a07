package org.huiyin.deputy;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.register.EntryFilter;
import org.huiyin.register.Participation;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The very deputies behind a participation rate, those who came and those who did not, and the very activities. */
@Controller
class TakingPartPage {

    private static final int MOST = 50;

    private final StaticTemplates templates = new StaticTemplates();
    private final Participation participation;
    private final Registers registers;
    private final Organisation organisation;

    TakingPartPage(Participation participation, Registers registers, Organisation organisation) {
        this.participation = participation;
        this.registers = registers;
        this.organisation = organisation;
    }

    @GetMapping("/desk/deputies/participants")
    JteModel people(@RequestParam Map<String, String> parameters, Page page) {
        StandingPage.allow(page.reader());
        StandingViews.Asked asked = StandingPage.asked(page, parameters);
        boolean came = !"no".equals(parameters.get("came"));
        List<Participation.Person> people =
                participation.people(asked.span(), came, after(parameters.get("after")), MOST);
        Register register = registers.of(Deputies.REGISTER);
        Participation.Person last = people.size() < MOST ? null : people.getLast();
        return templates.deputyParticipants(
                page,
                new TakingPart(
                        came,
                        StandingViews.path(asked),
                        page.date(asked.since()),
                        page.date(asked.until()),
                        people.stream().map(one -> row(page, register, one)).toList(),
                        last == null ? null : page.with("after", last.place() + "." + last.number())));
    }

    @GetMapping("/desk/deputies/activities")
    JteModel activities(@RequestParam Map<String, String> parameters, Page page) {
        StandingPage.allow(page.reader());
        StandingViews.Asked asked = StandingPage.asked(page, parameters);
        String before = parameters.getOrDefault("before", "");
        List<Participation.Held> held = participation.held(
                asked.span(),
                page.reader(),
                before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE,
                MOST);
        return templates.deputyActivities(
                page,
                new TakingPart(
                        true,
                        StandingViews.path(asked),
                        page.date(asked.since()),
                        page.date(asked.until()),
                        held.stream().map(one -> row(page, one)).toList(),
                        held.size() < MOST
                                ? null
                                : page.with("before", held.getLast().id())));
    }

    private TakingPart.Row row(Page page, Register register, Participation.Person one) {
        LocalDate last = one.last();
        return new TakingPart.Row(
                "/desk/registers/" + register.name() + "/" + one.number(),
                register.label(one.number()) + " " + one.name(),
                organisation.places().path(one.place(), page.locale()),
                one.times(),
                last == null ? "" : page.date(last));
    }

    private TakingPart.Row row(Page page, Participation.Held one) {
        return new TakingPart.Row(
                one.path(),
                one.title(),
                organisation.places().path(one.place(), page.locale()),
                one.came(),
                page.date(one.day()));
    }

    private static EntryFilter.@Nullable Row after(@Nullable String asked) {
        if (asked == null || !asked.matches("[0-9]{2,30}\\.[0-9]{1,9}")) {
            return null;
        }
        int point = asked.indexOf('.');
        return new EntryFilter.Row(asked.substring(0, point), Integer.parseInt(asked.substring(point + 1)));
    }
}
