package org.huiyin.mechanism;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.activity.Doorstep;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody outside the house takes a public matter upon themselves, sees what to do next, and may give it back. */
@Controller
class ClaimPage {

    private static final int LONGEST_REASON = 300;

    private final StaticTemplates templates = new StaticTemplates();
    private final MechanismPages pages;
    private final MatterLookup lookup;
    private final Claimants claimants;
    private final Claiming claiming;
    private final ClaimViews views;
    private final Doorstep doorstep;

    ClaimPage(
            MechanismPages pages,
            MatterLookup lookup,
            Claimants claimants,
            Claiming claiming,
            ClaimViews views,
            Doorstep doorstep) {
        this.pages = pages;
        this.lookup = lookup;
        this.claimants = claimants;
        this.claiming = claiming;
        this.views = views;
        this.doorstep = doorstep;
    }

    static String path(MatterNumber number) {
        return "/m/" + number + "/claim";
    }

    @GetMapping("/m/{number}/claim")
    JteModel show(@PathVariable String number, Page page, HttpServletRequest request) {
        Matter matter = matter(number);
        Optional<Claimant> who = claimants.of(page, claim(matter), matter, request);
        return templates.mechanismClaim(page, views.of(page, matter, who.orElse(null), ClaimViews.Tried.NOTHING));
    }

    /** Takes it for whoever we know; of anybody else the telephone is asked for, and then the code. */
    @PostMapping("/m/{number}/claim")
    ResponseEntity<JteModel> take(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String called,
            @RequestParam(defaultValue = "") String key,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Matter matter = matter(number);
        PageRules.Claim claim = claim(matter);
        noStaff(page);
        Optional<Claimant> who = claimants.of(page, claim, matter, request);
        if (who.isEmpty()) {
            Filled typed = Filled.of(request);
            Doorstep.Knock knock = doorstep.knock(
                    typed.value("name").strip(), typed.value("phone"), typed.value("code"), request, response);
            if (knock.guest() == 0) {
                int status = knock.asked().error().isEmpty() ? 200 : 422;
                return answer(page, matter, null, new ClaimViews.Tried(called, "", knock.asked()), status);
            }
            who = Optional.of(claimants.guest(knock.guest(), page, matter, request));
        }
        String refused = claiming.take(page, claim, matter, who.get(), called, key(key));
        if (refused.isEmpty()) {
            Said.next(response, page.t("mechanism.claim.done"));
            return to(path(matter.number()));
        }
        return answer(
                page,
                matter(number),
                who.get(),
                new ClaimViews.Tried(called, refused, Doorstep.Asked.NOTHING),
                HttpStatus.CONFLICT.value());
    }

    @PostMapping("/m/{number}/claim/release")
    ResponseEntity<JteModel> giveBack(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String key,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Matter matter = matter(number);
        PageRules.Claim claim = claim(matter);
        noStaff(page);
        Claimant who = claimants
                .of(page, claim, matter, request)
                .orElseGet(() -> new Claimant(page.reader(), "", "", "", "", null));
        String reason = why.strip();
        String refused = claiming.giveBack(
                page,
                claim,
                matter,
                who,
                reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason,
                key(key));
        if (refused.isEmpty()) {
            Said.next(response, page.t("mechanism.claim.back.done"));
            return to("/m/" + matter.number());
        }
        return answer(
                page,
                matter,
                who,
                new ClaimViews.Tried("", refused, Doorstep.Asked.NOTHING),
                HttpStatus.CONFLICT.value());
    }

    /** Lets the browser forget who they are, on a phone that is shared. */
    @PostMapping("/m/{number}/claim/leaving")
    ResponseEntity<JteModel> leave(@PathVariable String number, HttpServletResponse response) {
        doorstep.leave(response);
        return to(path(matter(number).number()));
    }

    private ResponseEntity<JteModel> answer(
            Page page, Matter matter, @Nullable Claimant who, ClaimViews.Tried tried, int status) {
        return ResponseEntity.status(status).body(templates.mechanismClaim(page, views.of(page, matter, who, tried)));
    }

    private static ResponseEntity<JteModel> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    /** Staff record claims for others at their desk, where it stands as theirs. */
    private static void noStaff(Page page) {
        if (page.reader().staff()) {
            throw new ProblemException(Problem.of("staff-not-claimant", 403));
        }
    }

    private static String key(String key) {
        return key.matches("[A-Za-z0-9-]{8,60}") ? key : UUID.randomUUID().toString();
    }

    private PageRules.Claim claim(Matter matter) {
        return pages.claim(matter.programme()).orElseThrow(ClaimPage::none);
    }

    private Matter matter(String number) {
        return MatterNumber.read(number)
                .flatMap(lookup::find)
                .filter(matter -> !matter.confidential())
                .orElseThrow(ClaimPage::none);
    }

    static ProblemException none() {
        return new ProblemException(Problem.of("no-such-matter", 404));
    }
}
