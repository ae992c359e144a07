package org.huiyin.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in to subscribe.
 *
 * @param who the words its owner was looked for by
 * @param units numbers or codes, as typed
 */
public record WebhookForm(String who, String post, String name, String url, List<String> steps, String units) {

    /** A form with what it offers; {@code posts} is null before anybody was looked for. */
    public record Offered(WebhookForm form, @Nullable List<Choice> posts, List<Choice> steps) {}

    /** Something to choose. */
    public record Choice(String value, String name) {}
}
