package org.huiyin.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The administrator's page of e-mail. */
public record MailView(boolean on, String server, String state, List<Tab> tabs, List<Row> rows, List<Failing> failing) {

    /** A state and how many mails are in it. */
    public record Tab(String state, String name, String count, boolean here) {}

    /**
     * A mail.
     *
     * @param at when it is sent next, or was tried last
     */
    public record Row(
            long id,
            String to,
            String about,
            Instant madeAt,
            @Nullable Instant at,
            int attempts,
            String failure,
            boolean again) {}

    /** An address the server refused. */
    public record Failing(
            long account,
            String name,
            String address,
            @Nullable Instant since,
            String failure) {}
}
