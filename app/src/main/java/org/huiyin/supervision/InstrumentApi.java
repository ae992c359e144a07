package org.huiyin.supervision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.Held;
import org.huiyin.evidence.Holders;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Instruments for programs: those a post may see, their answers, and the issuer's word on them. */
@RestController
@RequestMapping("/api/v1/instruments")
class InstrumentApi {

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");

    private final Instruments instruments;
    private final InstrumentSheets sheets;
    private final Answers answers;
    private final Replies replies;
    private final Judgements judgements;
    private final Attachments attachments;

    InstrumentApi(
            Instruments instruments,
            InstrumentSheets sheets,
            Answers answers,
            Replies replies,
            Judgements judgements,
            Attachments attachments) {
        this.instruments = instruments;
        this.sheets = sheets;
        this.answers = answers;
        this.replies = replies;
        this.judgements = judgements;
        this.attachments = attachments;
    }

    /**
     * An instrument.
     *
     * @param title of the matter, without what identifies a person
     * @param endedAt null while it is open
     */
    record InstrumentJson(
            long id,
            String kind,
            String number,
            String text,
            String matter,
            String title,
            int unit,
            int issuer,
            Instant servedAt,
            Instant answerBy,
            String state,
            @Nullable Instant endedAt) {

        static InstrumentJson of(Page page, Instrument one) {
            Instrument.Ended ended = one.ended();
            return new InstrumentJson(
                    one.id(),
                    one.kind(),
                    page.t(one.number()),
                    page.t(one.text()),
                    one.matter().toString(),
                    one.title(),
                    one.unit(),
                    one.issuer(),
                    one.servedAt(),
                    one.answerBy(),
                    one.state(),
                    ended == null ? null : ended.at());
        }
    }

    /**
     * An answer.
     *
     * @param accepted what the issuer thought of it; null while it waits
     * @param reason why it was not accepted; null otherwise
     */
    record AnswerJson(
            long id,
            Instant at,
            int unit,
            String text,
            @Nullable Boolean accepted,
            @Nullable String reason,
            List<UUID> evidence) {}

    /** @param evidence ids of uploads */
    record NewAnswer(String text, @Nullable List<String> evidence) {}

    /** Why an instrument is withdrawn. */
    record Reason(String reason) {}

    /** @param reason why it is not accepted; null when it is */
    record Verdict(boolean accepted, @Nullable String reason) {}

    @GetMapping
    @Scoped(Scope.SUPERVISION_READ)
    Items<InstrumentJson> list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        if (!state.isEmpty() && !InstrumentPage.STATES.contains(state)) {
            throw Parameters.wrong("state");
        }
        int most = Items.limit(limit);
        long before = Parameters.cursor(after, CURSOR, Long::valueOf).orElse(Long.MAX_VALUE);
        List<Instrument> found =
                instruments.page(page.reader(), new Instruments.Narrowed(kind, state, "", before), most + 1);
        return Items.page(found, most, one -> InstrumentJson.of(page, one), one -> Long.toString(one.id()));
    }

    @GetMapping("/{id}")
    @Scoped(Scope.SUPERVISION_READ)
    InstrumentJson show(@PathVariable String id, Page page) {
        return InstrumentJson.of(page, sheets.visible(page, id));
    }

    @GetMapping("/{id}/answers")
    @Scoped(Scope.SUPERVISION_READ)
    Items<AnswerJson> answers(@PathVariable String id, Page page) {
        List<Answer> given = answers.of(sheets.visible(page, id).id());
        Map<Long, List<Attachment>> proof =
                attachments.kept(Answers.KIND, given.stream().map(Answer::id).toList());
        return Items.all(given.stream()
                .map(one -> answer(one, proof.getOrDefault(one.id(), List.of())))
                .toList());
    }

    private static AnswerJson answer(Answer one, List<Attachment> proof) {
        Answer.Judged judged = one.judged();
        return new AnswerJson(
                one.id(),
                one.at(),
                one.unit(),
                one.text(),
                judged == null ? null : judged.accepted(),
                judged == null || judged.accepted() ? null : judged.reason(),
                proof.stream().map(Attachment::id).toList());
    }

    @PostMapping("/{id}/answers")
    @Scoped(Scope.SUPERVISION_WRITE)
    InstrumentJson answer(
            @PathVariable String id,
            @Body NewAnswer wanted,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Instrument instrument = sheets.visible(page, id);
        List<String> files = wanted.evidence();
        List<String> proof = files == null ? List.of() : held(page, files, request, response);
        return told(page, instrument, replies.answer(page.reader(), instrument, wanted.text(), proof));
    }

    private List<String> held(Page page, List<String> files, HttpServletRequest request, HttpServletResponse response) {
        return switch (attachments.take(Holders.of(page.reader(), request, response), files, List.of())) {
            case Held.Kept kept -> kept.ids();
            case Held.Refused(var why) -> throw new ProblemException(why.problem());
        };
    }

    @PostMapping("/{id}/withdrawal")
    @Scoped(Scope.SUPERVISION_WRITE)
    InstrumentJson withdraw(@PathVariable String id, @Body Reason wanted, Page page) {
        Instrument instrument = sheets.visible(page, id);
        return told(page, instrument, replies.withdraw(page.reader(), instrument, wanted.reason()));
    }

    /** The issuer accepts the answer or does not. */
    @PostMapping("/{id}/judgement")
    @Scoped(Scope.SUPERVISION_WRITE)
    ResponseEntity<InstrumentJson> judge(@PathVariable String id, @Body Verdict wanted, Page page) {
        Instrument instrument = sheets.visible(page, id);
        String reason = wanted.reason();
        Judgements.Judgement judgement = wanted.accepted()
                ? judgements.accept(page.reader(), instrument)
                : judgements.refuse(page.reader(), instrument, reason == null ? "" : reason);
        return switch (judgement) {
            case DONE -> ResponseEntity.ok(show(id, page));
            case REASON_MISSING -> throw textWrong(page);
            case JUDGED_ALREADY -> throw new ProblemException(Problem.of("instrument-ended", 409));
            case NOT_YOURS -> throw new ProblemException(Problem.of("forbidden", 403));
            case NOTHING_LEFT_TO_ASK -> throw new ProblemException(Problem.of("instrument-moot", 409));
        };
    }

    private InstrumentJson told(Page page, Instrument instrument, Replies.Reply reply) {
        return switch (reply) {
            case DONE -> show(Long.toString(instrument.id()), page);
            case TEXT_WRONG -> throw textWrong(page);
            case ENDED -> throw new ProblemException(Problem.of("instrument-ended", 409));
            case NOT_YOURS -> throw new ProblemException(Problem.of("forbidden", 403));
            case NOT_ANSWERED_IN_WRITING -> throw new ProblemException(Problem.of("instrument-not-answered", 422));
        };
    }

    private static ProblemException textWrong(Page page) {
        return new ProblemException(Problem.of("instrument-refused", 422)
                .because(page.t("supervision.text-wrong", Replies.SHORTEST, Replies.LONGEST)));
    }
}
