package org.huiyin.webhook;

import java.util.List;
import org.huiyin.matter.Columns;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.huiyin.org.Role;
import org.springframework.stereotype.Component;

/** Puts a message into the outbox for every step and everybody who hears of it, in the step's transaction. */
@Component
class WebhookScribe implements StepScribe {

    private static final String ADD = """
            insert into webhook_message (webhook_id, event, matter_id, seq, caused_at, next_at)
            select webhook, event, matter, seq, timestamptz 'epoch' + at * interval '1 microsecond', timestamptz 'epoch' + at * interval '1 microsecond'
            from unnest(?, ?, ?, ?, ?) with ordinality u(webhook, event, matter, seq, at, nth) order by nth
            """;

    private final Listeners listeners;

    WebhookScribe(Listeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        if (listeners.none()) {
            return;
        }
        Columns columns = new Columns("int8", "text", "int8", "int4", "int8");
        for (Accepted one : batch) {
            // what another system recorded is history, and nobody is told history
            if (one.step().by().role() != Role.IMPORTER) {
                for (Long webhook : listeners.hearing(one)) {
                    columns.add(
                            webhook,
                            "matter." + one.step().name(),
                            one.step().matter(),
                            one.step().seq(),
                            Columns.micros(one.step().recordedAt()));
                }
            }
        }
        writes.add(ADD, columns);
    }
}
