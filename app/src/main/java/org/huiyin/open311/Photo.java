package org.huiyin.open311;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.Held;
import org.huiyin.evidence.Holder;
import org.huiyin.evidence.Upload;
import org.huiyin.outbound.Outbound;
import org.huiyin.outbound.Reply;
import org.springframework.stereotype.Component;

/** Fetches the picture a media_url leads to, and hands it in like any other. A request never fails because of its picture. */
@Component
class Photo {

    /** Before what the other side answered. */
    static final String STATUS = "status-";

    private static final int MOST_BYTES = 15 << 20;
    private static final int LONGEST_ADDRESS = 2000;

    private final Outbound outbound;
    private final Attachments attachments;

    Photo(Outbound outbound, Attachments attachments) {
        this.outbound = outbound;
        this.attachments = attachments;
    }

    /**
     * How it went.
     *
     * @param how {@code kept}, or why it was not
     */
    record Fetched(String how, List<String> ids) {

        static Fetched not(String why) {
            return new Fetched(why, List.of());
        }
    }

    /** @param key the API key it came in under, whose pictures are counted together */
    Fetched fetch(String address, String token, String key) {
        if (address.length() > LONGEST_ADDRESS) {
            return Fetched.not("no-web-address");
        }
        try {
            return switch (outbound.get(new URI(address.strip()), MOST_BYTES)) {
                case Reply.NotCalled(Reply.Why why) -> Fetched.not(why.key());
                case Reply.Failed(String what) -> Fetched.not(what);
                case Reply.Answered answered -> keep(answered, token, key);
            };
        } catch (URISyntaxException e) {
            return Fetched.not("no-web-address");
        }
    }

    private Fetched keep(Reply.Answered answered, String token, String key) {
        if (answered.status() != 200) {
            return Fetched.not(STATUS + answered.status());
        }
        if (!answered.whole()) {
            return Fetched.not("too-large");
        }
        Holder holder = new Holder(0, "open311-" + token, "open311-" + key);
        Upload upload = Upload.of("photo.jpg", answered.body());
        return switch (attachments.take(holder, List.of(), List.of(upload))) {
            case Held.Kept kept ->
                kept.attachments().getFirst().image() ? new Fetched("kept", kept.ids()) : Fetched.not("no-picture");
            case Held.Refused refused -> Fetched.not("no-picture");
        };
    }
}
