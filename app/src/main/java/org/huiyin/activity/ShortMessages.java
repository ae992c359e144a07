package org.huiyin.activity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.outbound.Outbound;
import org.huiyin.outbound.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends short messages through the operator's gateway; without one a demonstration shows them, and nobody else can sign up by telephone. */
@Component
class ShortMessages {

    private static final Logger log = LoggerFactory.getLogger(ShortMessages.class);

    private static final int SHOWN = 200;
    private static final int ANSWER_BYTES = 4096;

    private final ShortMessageSettings settings;
    private final Outbound outbound;
    private final Map<String, String> shown = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > SHOWN;
        }
    };

    ShortMessages(ShortMessageSettings settings, Outbound outbound) {
        this.settings = settings;
        this.outbound = outbound;
    }

    /** Whether messages reach anybody. */
    boolean reach() {
        return settings.show() || !settings.address().isEmpty();
    }

    /** Whether it was taken on. */
    boolean send(String phone, String text) {
        if (settings.address().isEmpty()) {
            synchronized (shown) {
                shown.remove(phone);
                shown.put(phone, text);
            }
            return settings.show();
        }
        Map<String, String> headers =
                settings.key().isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + settings.key());
        byte[] body = JsonMapper.shared()
                .writeValueAsString(Map.of("to", phone, "text", text))
                .getBytes(StandardCharsets.UTF_8);
        Reply reply = outbound.post(URI.create(settings.address()), headers, body, ANSWER_BYTES);
        boolean taken = reply instanceof Reply.Answered answered && answered.status() / 100 == 2;
        if (!taken) {
            log.warn(
                    "The gateway of short messages did not take one: {}; it is tried again where it can wait",
                    kind(reply));
        }
        return taken;
    }

    /** What a demonstration shows in place of the telephone. */
    Optional<String> shown(String phone) {
        synchronized (shown) {
            return settings.show() ? Optional.ofNullable(shown.get(phone)) : Optional.empty();
        }
    }

    private static String kind(Reply reply) {
        return reply.getClass().getSimpleName();
    }
}
