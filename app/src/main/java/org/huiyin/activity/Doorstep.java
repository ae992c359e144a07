package org.huiyin.activity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.frame.CallerAddress;
import org.springframework.stereotype.Component;

/** What lets strangers in: they give a name and a telephone, show by a code that it is in their hand, and their browser is known from then on. */
@Component
public class Doorstep {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}·. '-]{1,40}");

    private final PhoneCodes codes;
    private final ShortMessages messages;
    private final TextWords words;
    private final Guests guests;
    private final GuestCookie cookie;
    private final InstantSource clock;

    Doorstep(
            PhoneCodes codes,
            ShortMessages messages,
            TextWords words,
            Guests guests,
            GuestCookie cookie,
            InstantSource clock) {
        this.codes = codes;
        this.messages = messages;
        this.words = words;
        this.guests = guests;
        this.cookie = cookie;
        this.clock = clock;
    }

    /**
     * What came of knocking.
     *
     * @param guest who it is now; 0 while nobody is known
     * @param asked how the form is shown again
     */
    public record Knock(long guest, Asked asked) {}

    /**
     * What was typed into the form for a telephone.
     *
     * @param sent whether a code is on its way and waited for
     * @param error the key of the sentence that says what is wrong; empty when nothing is
     */
    public record Asked(boolean sent, String name, String phone, String error) {

        public static final Asked NOTHING = new Asked(false, "", "", "");
    }

    /** Whether codes reach anybody at all. */
    public boolean reach() {
        return messages.reach();
    }

    /** What a demonstration shows in place of the telephone; empty elsewhere. */
    public String shown(Asked asked) {
        return asked.sent() ? messages.shown(asked.phone()).orElse("") : "";
    }

    /** Sends a code when none was typed, else looks whether it is right and lets the browser be known. */
    public Knock knock(
            String name, String typedPhone, String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> phone = PhoneCodes.phone(typedPhone);
        if (phone.isEmpty() || !NAME.matcher(name).matches()) {
            String error = phone.isEmpty() ? "activity.code.phone" : "activity.code.name";
            return new Knock(0, new Asked(false, name, typedPhone, error));
        }
        if (code.isEmpty()) {
            String refused = send(phone.get(), CallerAddress.of(request));
            return new Knock(0, new Asked(refused.isEmpty(), name, phone.get(), refused));
        }
        if (!codes.right(phone.get(), code)) {
            return new Knock(0, new Asked(true, name, phone.get(), "activity.code.wrong"));
        }
        long guest = guests.known(phone.get(), name, clock.instant());
        cookie.give(request, response, guest);
        return new Knock(guest, Asked.NOTHING);
    }

    /** Sends a code; the key of the sentence that says why not, empty when it is on its way. */
    private String send(String phone, String address) {
        if (!messages.reach()) {
            return "activity.code.unreachable";
        }
        Optional<String> code = codes.fresh(phone, address);
        if (code.isEmpty()) {
            return "activity.code.too-many";
        }
        return messages.send(phone, words.code(code.get(), PhoneCodes.MINUTES)) ? "" : "activity.code.not-sent";
    }

    /** The guest whose browser this is; empty for a browser nobody showed a telephone in. */
    public Optional<Long> known(HttpServletRequest request) {
        return cookie.of(request);
    }

    /** Who a guest said they are; empty texts where it was forgotten. */
    public Guests.Guest guest(long id) {
        Guests.Guest found = guests.of(List.of(id)).get(id);
        return found == null ? new Guests.Guest("", "") : found;
    }

    /** Lets the browser forget who they are, on a phone that is shared. */
    public void leave(HttpServletResponse response) {
        cookie.takeBack(response);
    }
}
