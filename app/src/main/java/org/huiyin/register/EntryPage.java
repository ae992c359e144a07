package org.huiyin.register;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Said;
import org.huiyin.programme.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The card of an entry: how it stands, how it stood, what happened to it; and its end. */
@Controller
class EntryPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final RegisterAccess access;
    private final EntryCards cards;
    private final Keeping keeping;

    EntryPage(RegisterAccess access, EntryCards cards, Keeping keeping) {
        this.access = access;
        this.cards = cards;
        this.keeping = keeping;
    }

    /** @param on a day to see it as of; {@code sealed=1} asks for what is sealed, which is written down */
    @GetMapping("/desk/registers/{name}/{number}")
    JteModel card(
            @PathVariable String name,
            @PathVariable String number,
            @RequestParam Map<String, String> asked,
            Page page) {
        Register register = access.register(page.reader(), name);
        Entry entry = access.entry(page.reader(), register, number);
        LocalDate on = day(asked.getOrDefault("on", ""));
        boolean sealed = asked.getOrDefault("sealed", "").equals("1");
        return templates.registerCard(
                page, cards.of(page, register, entry, new EntryCards.Asked(on, sealed, Filled.EMPTY)));
    }

    private static @Nullable LocalDate day(String written) {
        try {
            LocalDate day = written.isEmpty() ? null : LocalDate.parse(written);
            return day == null || day.getYear() < 1900 || day.getYear() > 2200 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @PostMapping("/desk/registers/{name}/{number}/exit")
    ResponseEntity<JteModel> exit(
            @PathVariable String name,
            @PathVariable String number,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        return noted(page, name, number, FactRequest.Kind.EXIT, request, response);
    }

    @PostMapping("/desk/registers/{name}/{number}/return")
    ResponseEntity<JteModel> comeBack(
            @PathVariable String name,
            @PathVariable String number,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        return noted(page, name, number, FactRequest.Kind.RETURN, request, response);
    }

    /** Says that it was entered by mistake. */
    @PostMapping("/desk/registers/{name}/{number}/withdrawal")
    ResponseEntity<JteModel> withdraw(
            @PathVariable String name,
            @PathVariable String number,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        return noted(page, name, number, FactRequest.Kind.VOID, request, response);
    }

    private ResponseEntity<JteModel> noted(
            Page page,
            String name,
            String number,
            FactRequest.Kind kind,
            HttpServletRequest request,
            HttpServletResponse response) {
        Register register = access.written(page.reader(), name);
        Entry entry = access.entry(page.reader(), register, number);
        Filled filled = Filled.of(request);
        Form form = kind == FactRequest.Kind.EXIT ? EntryForm.exit(register) : EntryForm.noted();
        Map<String, Object> raw = filled.raw(form);
        FactOutcome outcome = keeping.keep(
                page.reader(),
                new FactRequest(
                        register,
                        kind,
                        entry.id(),
                        EntryFormPage.version(filled),
                        raw,
                        raw.keySet(),
                        UUID.randomUUID().toString()));
        return switch (outcome) {
            case FactOutcome.Kept kept -> {
                Said.next(response, page.t("register.said." + kind.key(), register.label(entry.number())));
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", EntryLists.path(register, entry))
                        .build();
            }
            case FactOutcome.Refused refused ->
                ResponseEntity.status(422)
                        .body(templates.registerCard(
                                page,
                                cards.of(
                                        page,
                                        register,
                                        entry,
                                        new EntryCards.Asked(null, false, filled.wrong(refused.errors())))));
            case FactOutcome.Withheld withheld -> throw new IllegalStateException("a single fact is never withheld");
        };
    }
}
