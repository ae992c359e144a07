package org.huiyin.supervision;

import java.util.List;
import java.util.Map;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds an instrument for whoever may see it, and puts its page together. */
@Component
class InstrumentSheets {

    private final Instruments instruments;
    private final Answers answers;
    private final Rights rights;
    private final Ladders ladders;
    private final Organisation organisation;
    private final Attachments attachments;

    InstrumentSheets(
            Instruments instruments,
            Answers answers,
            Rights rights,
            Ladders ladders,
            Organisation organisation,
            Attachments attachments) {
        this.instruments = instruments;
        this.answers = answers;
        this.rights = rights;
        this.ladders = ladders;
        this.organisation = organisation;
        this.attachments = attachments;
    }

    /** Any other is told like one that does not exist. */
    Instrument visible(Page page, String id) {
        long number = id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
        return instruments
                .find(number)
                .filter(one -> rights.maySee(page.reader(), one))
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-instrument", 404)));
    }

    InstrumentView view(Page page, Instrument one) {
        return InstrumentView.of(page, organisation, ladders, one);
    }

    String unit(Page page, int unit) {
        return organisation.units().name(unit, page.locale());
    }

    InstrumentSheet sheet(Page page, Instrument one, InstrumentSheet.Draft draft) {
        List<Answer> given = answers.of(one.id());
        Map<Long, List<Attachment>> proof =
                attachments.kept(Answers.KIND, given.stream().map(Answer::id).toList());
        return new InstrumentSheet(
                view(page, one),
                given.stream()
                        .map(answer -> answer(page, answer, proof.getOrDefault(answer.id(), List.of())))
                        .toList(),
                new InstrumentSheet.May(
                        rights.mayAnswer(page.reader(), one),
                        rights.waitsForHead(page.reader(), one),
                        rights.mayJudge(page.reader(), one),
                        rights.mayWithdraw(page.reader(), one)),
                draft);
    }

    private AnswerView answer(Page page, Answer answer, List<Attachment> proof) {
        Answer.Judged judged = answer.judged();
        String verdict = judged == null ? "waits" : judged.accepted() ? "accepted" : "refused";
        return new AnswerView(
                answer.at(),
                person(page, answer.unit(), answer.by()),
                answer.text(),
                proof,
                page.t("supervision.verdict." + verdict),
                judged == null ? "task" : judged.accepted() ? "result" : "late",
                judged == null ? null : judged.at(),
                judged == null || judged.by() == null ? "" : person(page, judged.unit(), judged.by()),
                judged == null ? "" : judged.reason());
    }

    private String person(Page page, int unit, @Nullable String name) {
        return unit(page, unit) + (name == null ? "" : " " + name);
    }
}
