package org.huiyin.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription as pages show it. */
public record WebhookRow(
        long id,
        String name,
        String url,
        String owner,
        List<String> steps,
        List<String> units,
        String state,
        String stateName,
        @Nullable Instant failingSince) {

    public boolean active() {
        return state.equals("active");
    }

    /**
     * A message as the log shows it.
     *
     * @param about the number of the matter; empty for a trial
     * @param came what came of it, in words
     * @param answer the beginning of what the other side answered; empty when it came through
     */
    public record Sent(
            long id,
            String name,
            String event,
            String about,
            Instant causedAt,
            String state,
            String stateName,
            int attempts,
            String came,
            String answer,
            @Nullable Instant nextAt,
            String payload) {}
}
