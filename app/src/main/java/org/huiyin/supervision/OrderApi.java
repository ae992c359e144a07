package org.huiyin.supervision;

import java.util.List;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.intake.ApiMatters;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Matter;
import org.huiyin.org.Role;
import org.huiyin.supervision.InstrumentApi.InstrumentJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The instruments of a matter for programs, and those a supervisor serves. */
@RestController
@RequestMapping("/api/v1/matters/{number}/instruments")
class OrderApi {

    private final ApiMatters matters;
    private final Orders orders;
    private final Instruments instruments;

    OrderApi(ApiMatters matters, Orders orders, Instruments instruments) {
        this.matters = matters;
        this.orders = orders;
        this.instruments = instruments;
    }

    /** What is to be served, and why when it comes before its time. */
    record NewInstrument(String kind, String reason) {}

    /** Why a proposed signature is not given. */
    record Reason(String reason) {}

    @GetMapping
    @Scoped(Scope.SUPERVISION_READ)
    Items<InstrumentJson> of(@PathVariable String number, Page page) {
        Matter matter = matters.readable(page, number);
        return Items.all(served(page, matter));
    }

    private List<InstrumentJson> served(Page page, Matter matter) {
        return instruments.of(matter.number()).stream()
                .map(one -> InstrumentJson.of(page, one))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.SUPERVISION_WRITE)
    InstrumentJson serve(@PathVariable String number, @Body NewInstrument wanted, Page page) {
        Matter matter = overseen(page, number);
        OrderPage.done(page, orders.serve(matter, page.reader(), wanted.kind(), OrderPage.clean(wanted.reason())));
        return served(page, matter).getFirst();
    }

    /** Lets a proposal go unsigned. */
    @PostMapping("/dismissal")
    @Scoped(Scope.SUPERVISION_WRITE)
    ResponseEntity<Void> dismiss(@PathVariable String number, @Body Reason wanted, Page page) {
        Matter matter = overseen(page, number);
        String reason = OrderPage.clean(wanted.reason());
        if (reason.length() < 2) {
            throw OrderPage.refused(page, "reason");
        }
        if (!orders.dismiss(matter, page.reader(), reason)) {
            throw new ProblemException(Problem.of("instrument-ended", 409));
        }
        return ResponseEntity.noContent().build();
    }

    private Matter overseen(Page page, String number) {
        Matter matter = matters.readable(page, number);
        if (page.reader().role() != Role.SUPERVISOR) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        return matter;
    }
}
