package org.huiyin.sample;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The callback desk for programs. */
@RestController
@RequestMapping("/api/v1/callbacks")
class CallbackApi {

    private static final Pattern CURSOR = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])\\.\\d{11}");

    private final Callbacks callbacks;
    private final CallbackPage calls;

    CallbackApi(Callbacks callbacks, CallbackPage calls) {
        this.callbacks = callbacks;
        this.calls = calls;
    }

    /** Somebody to be called. */
    record WaitingJson(String matter, String title, String programme, String month, int unit, int attempts) {}

    /**
     * A call as it was written down.
     *
     * @param contacted null unless the raiser was reached
     */
    record AttemptJson(
            Instant at,
            int unit,
            String outcome,
            @Nullable String contacted,
            @Nullable String solved,
            @Nullable String satisfied,
            String note) {}

    /** A matter that was drawn, with every attempt so far. */
    record CallJson(
            String matter, String title, String month, int unit, boolean concluded, List<AttemptJson> attempts) {}

    /**
     * A call to be written down.
     *
     * @param outcome {@code reached}, {@code not-reached} or {@code refused}
     */
    record NewAttempt(
            String outcome,
            @Nullable String contacted,
            @Nullable String solved,
            @Nullable String satisfied,
            @Nullable String note) {}

    /** What a call led to: {@code rated}, {@code kept} or {@code concluded}. */
    record Written(String led) {}

    @GetMapping
    @Scoped(Scope.SUPERVISION_READ)
    Items<WaitingJson> waiting(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "") String limit, Page page) {
        CallbackPage.callers(page);
        int most = Items.limit(limit);
        After from = Parameters.cursor(after, CURSOR, After::read).orElse(After.START);
        List<Callbacks.Waiting> found = callbacks.waiting(page.reader(), from, most + 1);
        return Items.page(
                found,
                most,
                one -> new WaitingJson(
                        one.matter().toString(),
                        one.title(),
                        one.programme(),
                        one.month().toString(),
                        one.unit(),
                        one.attempts()),
                one -> CallbackPage.place(one).cursor());
    }

    @GetMapping("/{number}")
    @Scoped(Scope.SUPERVISION_READ)
    CallJson show(@PathVariable String number, Page page) {
        CallbackPage.callers(page);
        Matter matter = calls.matter(page, number);
        Callbacks.Drawn drawn = calls.drawn(page, matter);
        List<Callbacks.Attempt> attempts = callbacks.attempts(matter.number(), drawn.month());
        return new CallJson(
                matter.number().toString(),
                matter.publicTitle(),
                drawn.month().toString(),
                drawn.unit(),
                attempts.stream().anyMatch(Callbacks.Attempt::concludes),
                attempts.stream()
                        .map(one -> new AttemptJson(
                                one.at(),
                                one.unit(),
                                one.outcome(),
                                one.contacted(),
                                one.solved(),
                                one.satisfied(),
                                one.note()))
                        .toList());
    }

    @PostMapping("/{number}/attempts")
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.SUPERVISION_WRITE)
    Written write(@PathVariable String number, @Body NewAttempt wanted, Page page) {
        CallbackPage.callers(page);
        Matter matter = calls.matter(page, number);
        Callbacks.Drawn drawn = calls.drawn(page, matter);
        CallView.Typed typed = new CallView.Typed(
                wanted.outcome(),
                or(wanted.contacted()),
                or(wanted.solved()),
                or(wanted.satisfied()),
                or(wanted.note()).strip());
        String wrong = CallbackPage.wrong(typed);
        if (wrong != null) {
            throw new ProblemException(Problem.of("refused", 422)
                    .because(page.t("sample.wrong." + wrong))
                    .with("field", wrong));
        }
        Callbacks.Written written = callbacks.write(
                page.reader(),
                matter,
                drawn,
                new Callbacks.Call(
                        typed.outcome(), typed.contacted(), typed.solved(), typed.satisfied(), typed.note()));
        return new Written(written.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String or(@Nullable String given) {
        return given == null ? "" : given;
    }
}
