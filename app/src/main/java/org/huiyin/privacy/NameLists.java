package org.huiyin.privacy;

import java.util.BitSet;

/** Which candidates stand in a list of names, as 李静、粟胜利、曹刚 do. */
final class NameLists {

    private static final int RUN = 3;
    private static final int LONG = 3;
    private static final double LISTED = 2;
    private static final double COMMA = 0.7;
    private static final double ADJACENT = 1.2;
    private static final double ENCLOSED = 3.4;
    private static final String APART = "、丶，,；;/.．·和与及 \t\n";

    private NameLists() {}

    /** Whether something that has the shape of a name stands in a list with this one. */
    static boolean followed(String text, int to) {
        return to + 2 < text.length()
                && "、，,/ ".indexOf(text.charAt(to)) >= 0
                && Surnames.at(text, to + 1) > 0
                && shaped(text, to + 1 + Surnames.at(text, to + 1));
    }

    /** Whether it is one of three or more in a row that all have the shape of a name: 李静、粟胜利、曹刚 */
    static boolean inRun(String text, int from, int to) {
        int run = 1;
        int end = to;
        while (run < RUN && end < text.length() && separates(text, end)) {
            int next = shapedUpTo(text, behindDigits(text, end + 1));
            if (next == 0) {
                break;
            }
            end = next;
            run++;
        }
        int start = beforeDigits(text, from);
        while (run < RUN && start > 0 && separates(text, start - 1)) {
            int before = shapedFrom(text, start - 1);
            if (before < 0) {
                break;
            }
            start = beforeDigits(text, before);
            run++;
        }
        return run >= RUN || chained(text, from, to);
    }

    /** Whether it is one of three names in a row with nothing between them: 陈强建黄万程刘海峰 */
    private static boolean chained(String text, int from, int to) {
        int length = to - from;
        if (length != LONG || !Surnames.plain(text, from)) {
            return false;
        }
        int run = 1;
        for (int next = to; run < RUN && plain(text, next); next += length) {
            run++;
        }
        for (int before = from - length; run < RUN && before >= 0 && plain(text, before); before -= length) {
            run++;
        }
        return run >= RUN;
    }

    private static boolean plain(String text, int from) {
        return from + LONG <= text.length()
                && Surnames.at(text, from) == 1
                && Surnames.plain(text, from)
                && GivenNames.possible(text, from + 1, from + LONG);
    }

    /**
     * What names that are sure, on one side or on both, say for one that stands in a list with them.
     *
     * @param starts where names that are sure begin
     * @param ends where they end
     */
    static double beside(String text, int from, int to, BitSet starts, BitSet ends) {
        if (starts.isEmpty()) {
            return 0;
        }
        int before = from;
        while (before > 0 && from - before < 3 && APART.indexOf(text.charAt(before - 1)) >= 0) {
            before--;
        }
        int after = to;
        while (after < text.length() && after - to < 3 && APART.indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        double left = ends.get(before) ? weight(text, before, from) : 0;
        double right = starts.get(after) ? weight(text, to, after) : 0;
        return left >= LISTED && right >= LISTED
                ? ENCLOSED
                : left == ADJACENT && right == ADJACENT ? left + right : Math.max(left, right);
    }

    private static double weight(String text, int from, int to) {
        if (from == to) {
            return ADJACENT;
        }
        for (int i = from; i < to; i++) {
            if ("、丶/".indexOf(text.charAt(i)) >= 0) {
                return LISTED;
            }
        }
        return "，,；;".indexOf(text.charAt(from)) >= 0
                ? COMMA
                : "和与及".indexOf(text.charAt(from)) >= 0 ? LISTED : ADJACENT;
    }

    /** Whether a list goes on here: 李静、曹刚, or by numbers 24张羽，25肖露 */
    private static boolean separates(String text, int place) {
        return text.charAt(place) == '、'
                || "，,；; ".indexOf(text.charAt(place)) >= 0
                        && place + 1 < text.length()
                        && Character.isDigit(text.charAt(place + 1));
    }

    /** 24张羽、25肖露: what numbers a list is passed over. */
    private static int behindDigits(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < 3 && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int beforeDigits(String text, int to) {
        int at = to;
        while (at > 0 && to - at < 3 && Character.isDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Where a name that begins here would end, before another comma or what cannot be one; 0 for nowhere. */
    private static int shapedUpTo(String text, int from) {
        for (int to = from + 2; to <= Math.min(text.length(), from + 3); to++) {
            boolean closed = to == text.length() || "、等和。，）)还也都已均在是".indexOf(text.charAt(to)) >= 0;
            if (closed && Surnames.usual(text, from) && GivenNames.possible(text, from + 1, to)) {
                return to;
            }
        }
        return 0;
    }

    private static int shapedFrom(String text, int to) {
        for (int from = to - 2; from >= Math.max(0, to - 3); from--) {
            boolean closed = from == 0 || "、丶：:。，（( 人0123456789".indexOf(text.charAt(from - 1)) >= 0;
            if (closed && Surnames.usual(text, from) && GivenNames.possible(text, from + 1, to)) {
                return from;
            }
        }
        return -1;
    }

    private static boolean shaped(String text, int given) {
        for (int to = given + 1; to <= Math.min(text.length(), given + 2); to++) {
            boolean closed = to == text.length() || "、，,/ 。等）)\n".indexOf(text.charAt(to)) >= 0;
            if (closed && GivenNames.possible(text, given, to)) {
                return true;
            }
        }
        return false;
    }

    /** How far what stands between two candidates lists them. */
    static double lists(String text, int from, int to) {
        if (from >= to || to - from > 3) {
            return 0;
        }
        boolean comma = false;
        for (int i = from; i < to; i++) {
            comma |= "，,".indexOf(text.charAt(i)) >= 0;
            if ("、，,和与及/ \t\n　".indexOf(text.charAt(i)) < 0) {
                return 0;
            }
        }
        return comma ? COMMA : LISTED;
    }
}
