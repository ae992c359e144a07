package org.huiyin.key;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The keys of other systems: made for a post, shown once, revoked. */
@Controller
class KeysPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final ApiKeys keys;
    private final KeyGate gate;
    private final Owners owners;
    private final Organisation organisation;

    KeysPage(ApiKeys keys, KeyGate gate, Owners owners, Organisation organisation) {
        this.keys = keys;
        this.gate = gate;
        this.owners = owners;
        this.organisation = organisation;
    }

    @GetMapping("/admin/keys")
    JteModel list(@RequestParam(defaultValue = "") String who, Page page) {
        KeyForm form =
                KeyForm.empty(who.length() > 60 ? "" : who, UUID.randomUUID().toString());
        return templates.keyKeys(page, rows(page), form, choices(page, form), null);
    }

    /** Makes a key and shows it, this once. */
    @PostMapping("/admin/keys")
    ResponseEntity<JteModel> make(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String perMinute,
            @RequestParam(defaultValue = "") String form,
            Page page) {
        KeyForm sent = new KeyForm(who, post, name.strip(), List.copyOf(scope), days, perMinute, form);
        List<Owner> found = owners.search(sent.who());
        Optional<ApiKeys.Wanted> wanted = sent.wanted(found);
        if (wanted.isEmpty()) {
            return ResponseEntity.status(422)
                    .body(templates.keyKeys(page, rows(page), sent, choices(page, sent), wrong(page, sent, found)));
        }
        String secret = keys.make(wanted.get(), page.reader().name())
                .orElseThrow(() -> new ProblemException(Problem.of("key-made-already", 409)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(templates.keyMade(page, secret, wanted.get().name()));
    }

    @PostMapping("/admin/keys/{id}/revocation")
    ResponseEntity<Void> revoke(@PathVariable String id, Page page, HttpServletResponse response) {
        boolean ended = keys.revoke(id, page.reader().name());
        gate.forget(id);
        Said.next(response, page.t(ended ? "key.said.revoked" : "key.said.no-such-key"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/admin/keys")
                .build();
    }

    private static String wrong(Page page, KeyForm sent, List<Owner> found) {
        return page.t(
                "key.wrong." + sent.wrong(found), KeyForm.LONGEST_NAME, ApiKeys.MOST_DAYS, KeyForm.MOST_PER_MINUTE);
    }

    private List<KeyRow> rows(Page page) {
        List<ApiKey> all = keys.all();
        Map<Long, Owner> holders = owners.at(all.stream().map(ApiKey::post).toList());
        return all.stream()
                .map(key -> KeyRow.of(page, key, said(page, holders.get(key.post()))))
                .toList();
    }

    private @Nullable List<KeyForm.Choice> choices(Page page, KeyForm form) {
        return form.who().isBlank()
                ? null
                : owners.search(form.who()).stream()
                        .map(owner -> new KeyForm.Choice(Long.toString(owner.post()), said(page, owner)))
                        .toList();
    }

    private String said(Page page, @Nullable Owner owner) {
        return owner == null
                ? ""
                : organisation.units().name(owner.unit(), page.locale()) + " · " + owner.title() + " " + owner.name();
    }
}
