package org.huiyin.publicity;

import java.util.List;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Projection;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Step;
import org.huiyin.matter.Writes;
import org.huiyin.org.Place;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.springframework.stereotype.Component;

/** Notes every answer given to a matter that is not confidential, so that the newest are found. Whether its words are public is asked on reading. */
@Component
class AnswerScribe implements Projection {

    private static final String ADD = """
            insert into public_answer (matter_id, seq, unit, town, category, answered_at)
            select matter, seq, unit, town, category, timestamptz 'epoch' + at * interval '1 microsecond'
            from unnest(?, ?, ?, ?, ?, ?) u(matter, seq, unit, town, category, at)
            """;
    private static final String DIFFERENT = """
            select coalesce(was.matter_id, again.matter_id),
              case when was.matter_id is null then 'missing' when again.matter_id is null then 'without steps' else 'different' end
            from public.public_answer was full join pg_temp.public_answer again
              on again.matter_id = was.matter_id and again.seq = was.seq
            where row(was.*) is distinct from row(again.*) order by 1 limit 1000
            """;
    private static final String SHADOW = """
            create temp table public_answer (like public.public_answer) on commit drop
            """;

    private final Programmes programmes;

    AnswerScribe(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Columns columns = new Columns("int8", "int4", "int4", "text", "text", "int8");
        for (Accepted one : batch) {
            if (answers(one)) {
                Matter matter = one.after();
                Integer lead = matter.lead();
                columns.add(
                        matter.id(),
                        one.step().seq(),
                        lead == null ? one.step().by().unit() : lead,
                        town(matter.place()),
                        matter.category(),
                        Columns.micros(one.step().occurredAt()));
            }
        }
        writes.add(ADD, columns);
    }

    private static String town(String place) {
        int most = Place.Level.TOWN.codeLength();
        return place.length() > most ? place.substring(0, most) : place;
    }

    private boolean answers(Accepted one) {
        Step step = one.step();
        if (one.after().confidential()
                || step.by().role() == Role.RESIDENT
                || step.fromState().equals(step.toState())) {
            return false;
        }
        Programme programme =
                programmes.version(one.after().programme(), one.after().programmeVersion());
        return programme.state(step.toState()).desk() == Programme.Desk.RAISER
                && Publication.of(programme, one.after(), Publication.Eyes.EVERYBODY)
                        .reaches(step)
                && programme
                        .step(step.name())
                        .map(rule -> rule.form().fields().stream()
                                .anyMatch(field -> field.type() == Field.Type.LONG_TEXT
                                        && step.fields().containsKey(field.name())))
                        .orElse(false);
    }

    @Override
    public String shadow() {
        return SHADOW;
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(new Comparison("public_answer", DIFFERENT));
    }
}
