package org.huiyin.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** From where a request comes, as limits count it: a household or a company is given 2^64 addresses of IPv6 and counts as one. */
public final class CallerAddress {

    private static final Pattern COLON = Pattern.compile(":");
    private static final int NETWORK_GROUPS = 4;

    private CallerAddress() {}

    public static String of(HttpServletRequest request) {
        return counted(request.getRemoteAddr());
    }

    /** The address itself, or of IPv6, as the web server writes it, its first half. */
    static String counted(String address) {
        String[] groups = COLON.split(address);
        return groups.length < 2 * NETWORK_GROUPS
                ? address
                : String.join(":", java.util.Arrays.copyOf(groups, NETWORK_GROUPS)) + "::/64";
    }
}
