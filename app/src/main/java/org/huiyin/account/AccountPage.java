package org.huiyin.account;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.frame.AccountLink;
import org.huiyin.frame.Navigation;
import org.huiyin.frame.Page;
import org.huiyin.frame.Said;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own account: who they are, at which post they act now, and their password. */
@Controller
class AccountPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Actors actors;
    private final Organisation organisation;
    private final PasswordChange change;
    private final Desks desks;
    private final List<AccountLink> links;

    AccountPage(Actors actors, Organisation organisation, PasswordChange change, Desks desks, List<AccountLink> links) {
        this.actors = actors;
        this.organisation = organisation;
        this.change = change;
        this.desks = desks;
        this.links = List.copyOf(links);
    }

    @GetMapping("/account")
    JteModel show(Page page, Ticket ticket) {
        return page(page, ticket.getPrincipal(), null);
    }

    @PostMapping("/account/post")
    ResponseEntity<Void> choosePost(
            @RequestParam long post, Ticket ticket, HttpServletRequest request, HttpServletResponse response) {
        var person = ticket.getPrincipal();
        var actor = actors.at(person.actor().account(), post);
        actor.ifPresent(chosen -> desks.sit(person.at(chosen), request, response));
        return to(actor.isPresent() ? "/desk" : "/account");
    }

    @PostMapping("/account/password")
    ResponseEntity<?> changePassword(
            @RequestParam String old,
            @RequestParam String password,
            @RequestParam String again,
            Page page,
            Ticket ticket,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = ticket.getPrincipal();
        var fault = password.equals(again)
                ? change.ask(person, old, password, request.getRemoteAddr())
                : Optional.of("account.password.differ");
        if (fault.isPresent()) {
            return ResponseEntity.unprocessableContent().body(page(page, person, fault.get()));
        }
        desks.sit(change.after(person), request, response);
        Said.next(response, page.t("account.password.changed"));
        return to("/account");
    }

    private JteModel page(Page page, Person person, @Nullable String fault) {
        return templates.accountAccount(
                page, person.login(), person.mustChange(), choices(page, person), ways(page), fault);
    }

    private List<Navigation.Entry> ways(Page page) {
        return links.stream().flatMap(link -> link.of(page.reader()).stream()).toList();
    }

    private List<PostChoice> choices(Page page, Person person) {
        var units = organisation.units();
        return actors.of(person.actor().account()).stream()
                .filter(held -> held.actor().staff())
                .map(held -> new PostChoice(
                        held.actor().post(),
                        "account.role." + held.actor().role().name().toLowerCase(Locale.ROOT),
                        held.title(),
                        units.path(held.actor().unit(), page.locale()),
                        held.actor().post() == person.actor().post()))
                .toList();
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
