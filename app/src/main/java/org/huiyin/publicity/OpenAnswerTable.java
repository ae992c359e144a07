package org.huiyin.publicity;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.huiyin.frame.Page;
import org.huiyin.frame.Pages;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.sheet.OpenTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every answer to a matter on the board, newest first, with its words where they are public. */
@Component
@Order(20)
class OpenAnswerTable implements OpenTable {

    private static final int STRETCH = 500;

    private final OpenAnswers answers;
    private final Pages pages;
    private final Organisation organisation;

    OpenAnswerTable(OpenAnswers answers, Pages pages, Organisation organisation) {
        this.answers = answers;
        this.pages = pages;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("number", Type.CODE),
                new Field("unit", Type.CODE),
                new Field("unit_name", Type.TEXT),
                new Field("answered_at", Type.TIME),
                new Field("answer", Type.TEXT));
    }

    @Override
    public void rows(Rows out) throws IOException {
        Page page = pages.of(Actor.VISITOR, Locale.CHINESE);
        OpenAnswers.After after = OpenAnswers.After.START;
        while (true) {
            List<OpenAnswers.Found> found = answers.newest(new OpenAnswers.Asked("", "", 0, after), STRETCH);
            if (found.isEmpty()) {
                return;
            }
            for (OpenAnswers.Told one : answers.tell(page, found)) {
                int unit = one.found().unit();
                out.add(
                        one.matter().number().toString(),
                        organisation.units().find(unit).map(Unit::code).orElse(null),
                        organisation.units().name(unit, Locale.CHINESE),
                        one.found().at(),
                        one.words().isEmpty() ? null : one.words());
            }
            after = found.getLast().after();
        }
    }
}
