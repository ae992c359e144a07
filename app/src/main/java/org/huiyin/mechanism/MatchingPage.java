package org.huiyin.mechanism;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.Comparator;
import java.util.List;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Field;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Brings enterprises together: what some offer stands beside what others ask for. Everything here is public by its register. */
@Controller
class MatchingPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Offers offers;
    private final Registers registers;
    private final Organisation organisation;

    MatchingPage(Offers offers, Registers registers, Organisation organisation) {
        this.offers = offers;
        this.registers = registers;
        this.organisation = organisation;
    }

    @GetMapping("/board/matching")
    JteModel show(@RequestParam(defaultValue = "") String place, Page page) {
        String within = organisation.places().find(place).isPresent() ? place : "";
        Register register = registers.of(Offers.REGISTER);
        List<Offers.Offer> good = offers.good(within, page.formats().today());
        List<MatchingView.Match> matches = register.form().field("goods").stream()
                .map(Field::choices)
                .flatMap(List::stream)
                .map(goods -> new MatchingView.Match(
                        page.t(goods.title()),
                        side(page, register, good, goods.value(), "offer"),
                        side(page, register, good, goods.value(), "ask")))
                .filter(match -> !match.offers().isEmpty() || !match.asks().isEmpty())
                .sorted(Comparator.comparing(
                        match -> match.offers().isEmpty() || match.asks().isEmpty()))
                .toList();
        return templates.mechanismMatching(
                page, new MatchingView(within, Options.of(organisation, page.locale()), matches));
    }

    private List<MatchingView.Side> side(
            Page page, Register register, List<Offers.Offer> good, String goods, String side) {
        return good.stream()
                .filter(one -> one.goods().equals(goods) && one.side().equals(side))
                .map(one -> new MatchingView.Side(
                        one.title(),
                        one.enterprise(),
                        organisation.places().path(one.place(), page.locale()),
                        register.label(one.number())))
                .toList();
    }
}
