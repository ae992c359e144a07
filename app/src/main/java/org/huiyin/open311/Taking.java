package org.huiyin.open311;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.open311.Offered.Offer;
import org.huiyin.open311.Postbox.Report;
import org.huiyin.org.Actor;
import org.huiyin.privacy.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Raises what was posted. It is kept first and raised then, under its token as the idempotency key: whatever breaks in between, it is raised once.
 */
@Component
class Taking {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;

    private final Postbox postbox;
    private final Desk desk;
    private final Keyring keyring;
    private final Photo photo;
    private final InstantSource clock;

    Taking(Postbox postbox, Desk desk, Keyring keyring, Photo photo, InstantSource clock) {
        this.postbox = postbox;
        this.desk = desk;
        this.keyring = keyring;
        this.photo = photo;
        this.clock = clock;
    }

    /** What a report says, as it lies sealed. */
    record Content(String programme, String step, Map<String, Object> fields, String media) {}

    /** Keeps what was posted; what was posted before on the same day under the same key is found again. */
    Report keep(Offer service, Map<String, Object> fields, String media, String key, LocalDate today) {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        String name = HexFormat.of().formatHex(token);
        String content = JSON.writeValueAsString(new Content(
                service.programme().name(), service.beginning().step().name(), new TreeMap<>(fields), media));
        return postbox.keep(
                name,
                key,
                keyring.hash("open311:" + content),
                today,
                keyring.seal(content, owner(name)),
                clock.instant());
    }

    /** Raises a report; null when it was raised or refused before. */
    @Nullable
    Outcome take(Report report) {
        byte[] sealed = report.sealed();
        if (sealed == null) {
            return null;
        }
        Content content = JSON.readValue(keyring.open(sealed, owner(report.token())), Content.class);
        Photo.Fetched fetched =
                content.media().isEmpty() ? null : photo.fetch(content.media(), report.token(), report.key());
        Outcome outcome = desk.perform(StepRequest.begin(
                content.programme(),
                content.step(),
                Actor.VISITOR,
                content.fields(),
                fetched == null ? List.of() : fetched.ids(),
                "open311-" + report.token()));
        if (outcome instanceof Outcome.Done(var receipt)) {
            postbox.raised(report.token(), receipt.number(), fetched == null ? null : fetched.how());
        }
        return outcome;
    }

    private static String owner(String token) {
        return "open311:" + token;
    }
}
