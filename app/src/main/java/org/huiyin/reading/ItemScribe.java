package org.huiyin.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.matter.Columns;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.springframework.stereotype.Component;

/** Ties something found in a document to the matter it becomes, in the very transaction of the step that begins the matter. */
@Component
final class ItemScribe implements StepScribe {

    private static final Pattern KEY = Pattern.compile("(\\d+):\\d+:" + Decisions.KEY + "([0-9a-f-]{36})");

    private static final String TIE = """
            update read_item set matter_id = raised.matter_id, state = 'confirmed', account = raised.account, decided_at = now(),
              version = version + 1
            from unnest(?::uuid[], ?::bigint[], ?::bigint[]) raised(token, matter_id, account)
            where read_item.token = raised.token and read_item.matter_id is null
            """;

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Columns raised = new Columns("text", "int8", "int8");
        for (Accepted one : batch) {
            if (one.before() == null) {
                Matcher key = KEY.matcher(one.step().key());
                if (key.matches()) {
                    raised.add(key.group(2), one.step().matter(), Long.parseLong(key.group(1)));
                }
            }
        }
        writes.add(TIE, raised);
    }
}
