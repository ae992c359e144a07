package org.huiyin.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.api.Parameters;
import org.huiyin.matter.StepRequest;
import org.jspecify.annotations.Nullable;

/**
 * The version of a matter a program saw, as {@code If-Match} carries it: {@code "7-1a2b3c4d"} as it stood in the ETag, {@code "7"}, or {@code *}.
 *
 * @param version {@link StepRequest#ANY} when it does not matter
 * @param byHeader whether it came in the header, so that a later version is 412 rather than 409
 */
record SeenVersion(int version, boolean byHeader) {

    private static final Pattern FORM = Pattern.compile("\"(\\d{1,6})(?:-[0-9a-f]{1,8})?\"");

    static SeenVersion of(String ifMatch, @Nullable Integer inBody) {
        if (ifMatch.isEmpty()) {
            return new SeenVersion(inBody == null ? StepRequest.ANY : Math.max(0, inBody), false);
        }
        Matcher form = FORM.matcher(ifMatch.strip());
        if (inBody != null || !(form.matches() || ifMatch.strip().equals("*"))) {
            throw Parameters.wrong("If-Match");
        }
        return form.matches()
                ? new SeenVersion(Integer.parseInt(form.group(1)), true)
                : new SeenVersion(StepRequest.ANY, true);
    }

    /** The ETag of a matter as it was shown: its version, and what tells one reader's view of it from another's. */
    static String tag(MatterJson shown) {
        return "\"" + shown.version() + "-" + Integer.toHexString(shown.hashCode()) + "\"";
    }
}
