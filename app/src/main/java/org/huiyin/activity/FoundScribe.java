package org.huiyin.activity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.matter.Columns;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.springframework.stereotype.Component;

/** Ties a finding to the matter it becomes, in the very transaction of the step that begins the matter. */
@Component
final class FoundScribe implements StepScribe {

    private static final Pattern KEY = Pattern.compile(".*:" + FoundMatters.KEY + "([0-9a-f-]{36})");

    private static final String TIE = """
            update activity_finding set matter_id = raised.matter_id
            from unnest(?::uuid[], ?::bigint[]) raised(token, matter_id)
            where activity_finding.token = raised.token and activity_finding.matter_id is null
            """;

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Columns raised = new Columns("text", "int8");
        for (Accepted one : batch) {
            if (one.before() == null) {
                Matcher key = KEY.matcher(one.step().key());
                if (key.matches()) {
                    raised.add(key.group(1), one.step().matter());
                }
            }
        }
        writes.add(TIE, raised);
    }
}
