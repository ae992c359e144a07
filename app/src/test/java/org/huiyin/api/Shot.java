package org.huiyin.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request of the fuzz run.
 *
 * @param what which rubbish it carries, for the report
 * @param broken whether HTTP itself may be broken by it, so that the server answers before we see it
 */
record Shot(
        String what,
        String who,
        String method,
        String target,
        List<String> headers,
        byte[] body,
        boolean english,
        boolean broken) {

    static final byte[] EMPTY = {};

    Shot as(String what) {
        return new Shot(what, who, method, target, headers, body, english, broken);
    }

    Shot by(String who, List<String> authorization) {
        return new Shot(what, who, method, target, plus(headers, authorization), body, english, broken);
    }

    Shot asked(String method) {
        return new Shot(what, who, method, target, headers, body, english, broken);
    }

    Shot at(String target) {
        return new Shot(what, who, method, target, headers, body, english, broken);
    }

    Shot with(String header) {
        List<String> others = headers.stream()
                .filter(line -> !line.split(":")[0].equalsIgnoreCase(header.split(":")[0]))
                .toList();
        return new Shot(what, who, method, target, plus(others, List.of(header)), body, english, broken);
    }

    Shot saying(byte[] body) {
        return new Shot(what, who, method, target, headers, body, english, broken);
    }

    Shot saying(String body) {
        return saying(body.getBytes(StandardCharsets.UTF_8));
    }

    Shot inEnglish(boolean english) {
        return new Shot(what, who, method, target, headers, body, english, broken)
                .with("Accept-Language: " + (english ? "en" : "zh"));
    }

    Shot brokenHttp() {
        return new Shot(what, who, method, target, headers, body, english, true);
    }

    boolean open311() {
        return target.startsWith("/open311");
    }

    /** Enough of it to send it again by hand. */
    @Override
    public String toString() {
        String said = new String(body, StandardCharsets.UTF_8);
        String whole = method + " " + target + " as " + who + " with " + what + " " + headers + " " + said;
        return whole.length() > 600 ? whole.substring(0, 600) + "…" : whole;
    }

    private static List<String> plus(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
