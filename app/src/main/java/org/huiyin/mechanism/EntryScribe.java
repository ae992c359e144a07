package org.huiyin.mechanism;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Forgetting;
import org.huiyin.matter.Projection;
import org.huiyin.matter.Step;
import org.huiyin.matter.Writes;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;
import org.springframework.stereotype.Component;

/**
 * Links a matter with the entries that staff name by their numbers in any text of its steps' forms. What somebody without a post writes links
 * at most the entry they have shown to be theirs: nobody puts matters on the card of another.
 */
@Component
class EntryScribe implements Projection, Forgetting {

    private static final Pattern LABEL = Pattern.compile("([A-Z]{2})-([1-9][0-9]{0,8})");

    private static final int LONGEST = 12;

    private static final String LINK = """
            insert into matter_entry (matter_id, seq, field, register, number)
            select matter, seq, field, register, number from unnest(?, ?, ?, ?, ?) u(matter, seq, field, register, number)
            """;
    private static final String FORGET = """
            delete from matter_entry where matter_id = any(?)
            """;
    private static final String SHADOW = """
            create temp table matter_entry (like public.matter_entry) on commit drop
            """;
    private static final String DIFFERENT = """
            select coalesce(was.matter_id, again.matter_id),
              case when was.matter_id is null then 'missing' when again.matter_id is null then 'without steps' else 'different' end
            from public.matter_entry was full join pg_temp.matter_entry again
              on again.matter_id = was.matter_id and again.seq = was.seq and again.field = was.field
            where row(was.*) is distinct from row(again.*) order by 1 limit 1000
            """;

    private final Registers registers;

    EntryScribe(Registers registers) {
        this.registers = registers;
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Columns links = new Columns("int8", "int4", "text", "text", "int4");
        for (Accepted one : batch) {
            String own = one.step().asker();
            if (one.step().by().post() != 0 || !own.isEmpty()) {
                one.step().fields().forEach((field, value) -> {
                    boolean theirs = own.isEmpty() || value.equals(own) && !field.equals(Step.ASKER);
                    if (theirs && value instanceof String text && text.length() <= LONGEST) {
                        Matcher label = LABEL.matcher(text);
                        if (label.matches()) {
                            registers
                                    .withPrefix(label.group(1))
                                    .map(Register::name)
                                    .ifPresent(register -> links.add(
                                            one.step().matter(),
                                            one.step().seq(),
                                            field,
                                            register,
                                            Integer.parseInt(label.group(2))));
                        }
                    }
                });
            }
        }
        writes.add(LINK, links);
    }

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Forgetting.execute(connection, matters, FORGET);
    }

    @Override
    public String shadow() {
        return SHADOW;
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(new Comparison("matter_entry", DIFFERENT));
    }
}
