package org.huiyin.supervision;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.sheet.OpenTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every instrument about a public matter: whom it was served on, and how it ended. */
@Component
@Order(40)
class OpenInstrumentTable implements OpenTable {

    private static final int STRETCH = 2000;

    private final OpenInstruments instruments;
    private final Organisation organisation;

    OpenInstrumentTable(OpenInstruments instruments, Organisation organisation) {
        this.instruments = instruments;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "instruments";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("instrument", Type.TEXT),
                new Field("instrument_kind", Type.CODE),
                new Field("number", Type.CODE),
                new Field("unit", Type.CODE),
                new Field("unit_name", Type.TEXT),
                new Field("served_at", Type.TIME),
                new Field("answer_by", Type.TIME),
                new Field("ended", Type.CODE),
                new Field("ended_at", Type.TIME));
    }

    @Override
    public void rows(Rows out) throws IOException {
        long before = Long.MAX_VALUE;
        while (true) {
            List<OpenInstruments.One> found =
                    instruments.list(new OpenInstruments.Narrowed("", "", 0, before), STRETCH);
            if (found.isEmpty()) {
                return;
            }
            for (OpenInstruments.One one : found) {
                out.add(
                        one.number().zh(),
                        one.kind(),
                        one.matter().toString(),
                        organisation.units().find(one.unit()).map(Unit::code).orElse(null),
                        organisation.units().name(one.unit(), Locale.CHINESE),
                        one.servedAt(),
                        one.answerBy(),
                        one.state(),
                        one.endedAt());
            }
            before = found.getLast().id();
        }
    }
}
