package org.huiyin.privacy;

/** Which candidates stand in a list of names, as 李静、粟胜利、曹刚 do. */
final class NameLists {

    private static final int RUN = 3;
    private static final double LISTED = 2;
    private static final double COMMA = 0.7;

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
        while (run < RUN && end < text.length() && text.charAt(end) == '、') {
            int next = shapedUpTo(text, end + 1);
            if (next == 0) {
                break;
            }
            end = next;
            run++;
        }
        int start = from;
        while (run < RUN && start > 0 && text.charAt(start - 1) == '、') {
            int before = shapedFrom(text, start - 1);
            if (before < 0) {
                break;
            }
            start = before;
            run++;
        }
        return run >= RUN;
    }

    /** Where a name that begins here would end, before another comma or what cannot be one; 0 for nowhere. */
    private static int shapedUpTo(String text, int from) {
        for (int to = from + 2; to <= Math.min(text.length(), from + 3); to++) {
            boolean closed = to == text.length() || "、等和。，）)".indexOf(text.charAt(to)) >= 0;
            if (closed && Surnames.usual(text, from) && GivenNames.possible(text, from + 1, to)) {
                return to;
            }
        }
        return 0;
    }

    private static int shapedFrom(String text, int to) {
        for (int from = to - 2; from >= Math.max(0, to - 3); from--) {
            boolean closed = from == 0 || "、：:。，（( 人".indexOf(text.charAt(from - 1)) >= 0;
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
