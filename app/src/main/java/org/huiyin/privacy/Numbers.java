package org.huiyin.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that tell by their shape, their check digit or the word before them what they are. */
final class Numbers {

    private static final Pattern ID_CARD = Pattern.compile(
            "(?=[1-9])(?<![0-9A-Za-z])[1-9]\\d{5}[ -]?(?:19|20)\\d{6}[ -]?\\d{3}[\\dXx](?![0-9A-Za-z])");
    private static final Pattern OLD_ID_CARD = Pattern.compile(
            "(?=[1-9])(?<![0-9A-Za-z])[1-9]\\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}(?![0-9A-Za-z])");
    private static final Pattern BANK_CARD = Pattern.compile(
            "(?=[3-69])(?<![0-9A-Za-z])[3-69]\\d{3}(?:[ -]?\\d{4}){2,3}(?:[ -]?\\d{1,4})?(?![0-9A-Za-z])");
    private static final Pattern MOBILE =
            Pattern.compile("(?=[0-9+(])(?<![0-9])(?:\\+?86[ -]?)?1[3-9]\\d[ .·-]?\\d{4}[ .·-]?\\d{4}(?![0-9])");
    private static final Pattern LANDLINE = Pattern.compile(
            "(?=[0-9+(])(?<![0-9])(?:\\+?86[ -]?)?[(]?0(?:10|2\\d|[3-9]\\d{2})[)]?[ 	—–-]{0,3}[2-8]\\d{6,7}(?:[ 	—–-]{1,2}\\d{1,4}|转\\d{1,5})?(?![0-9])");
    private static final Pattern LOCAL = Pattern.compile(
            "(?=[电热号致拨来联座传Tt打])(?:电话|热线|号码|致电|拨打|来电|联系方式|座机|传真|TEL|Tel|tel|打)[^0-9\\n]{0,6}(?<![0-9-])((?:[2-8]\\d{2,3} ?\\d{4}(?:[—–-]\\d{1,4})?(?![0-9])[、，,/或和 ]{0,2}){1,5})");
    /** 通过7223315打电话 */
    private static final Pattern CALLED_FROM = Pattern.compile("(?<![0-9A-Za-z.:-])[2-8]\\d{6,7}(?=打电话|打来|来电|电话|的?座机)");

    private static final Pattern EACH_LOCAL = Pattern.compile("[2-8]\\d{2,3} ?\\d{4}(?:[—–-]\\d{1,4})?(?![0-9])");
    private static final Pattern PLATE = Pattern.compile(
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使](?i:[A-Z][·•. ]?(?:[DABCEFGHJK][A-Z0-9]\\d{4}|\\d{5}[DABCEFGHJK]|[A-Z0-9]{4}[A-Z0-9挂学警港澳领]))");
    private static final Pattern TWO_DIGITS = Pattern.compile("\\d\\D*\\d");
    private static final Pattern ID_CUE = Pattern.compile("身份证|公民身份|证件号|ID");
    private static final Pattern BANK_CUE = Pattern.compile("卡号|银行卡|账号|帐号|账户|帐户|存折|储蓄卡|社保卡|尾号");
    private static final int CUE_WITHIN = 14;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Numbers() {}

    static void find(String text, List<Finding> found) {
        for (Matcher m = ID_CARD.matcher(text); m.find(); ) {
            String digits = digits(m.group());
            if (checksRight(digits) || dated(digits) && cued(text, m.start(), ID_CUE)) {
                found.add(new Finding(Kind.ID_CARD, m.start(), m.end()));
            }
        }
        for (Matcher m = OLD_ID_CARD.matcher(text); m.find(); ) {
            if (cued(text, m.start(), ID_CUE)) {
                found.add(new Finding(Kind.ID_CARD, m.start(), m.end()));
            }
        }
        for (Matcher m = BANK_CARD.matcher(text); m.find(); ) {
            String digits = digits(m.group());
            boolean cued = cued(text, m.start(), BANK_CUE);
            if (digits.length() >= 13
                    && digits.length() <= 19
                    && (luhn(digits) && (cued || digits.length() >= 15) || cued && digits.length() >= 15)) {
                found.add(new Finding(Kind.BANK_CARD, m.start(), m.end()));
            }
        }
        all(text, MOBILE, Kind.MOBILE, found);
        all(text, LANDLINE, Kind.LANDLINE, found);
        all(text, CALLED_FROM, Kind.LANDLINE, found);
        for (Matcher m = LOCAL.matcher(text); m.find(); ) {
            for (Matcher each = EACH_LOCAL.matcher(text).region(m.start(1), m.end(1)); each.find(); ) {
                found.add(new Finding(Kind.LANDLINE, each.start(), each.end()));
            }
        }
        for (Matcher m = PLATE.matcher(text); m.find(); ) {
            if (TWO_DIGITS.matcher(m.group()).find()) {
                found.add(new Finding(Kind.PLATE, m.start(), m.end()));
            }
        }
    }

    private static void all(String text, Pattern pattern, Kind kind, List<Finding> found) {
        for (Matcher m = pattern.matcher(text); m.find(); ) {
            found.add(new Finding(kind, m.start(), m.end()));
        }
    }

    private static boolean cued(String text, int at, Pattern cue) {
        return cue.matcher(text).region(Math.max(0, at - CUE_WITHIN), at).find();
    }

    private static String digits(String written) {
        return written.replaceAll("[ -]", "");
    }

    /** GB 11643-1999: the last sign checks the seventeen before it. */
    static boolean checksRight(String card) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (card.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(card.charAt(17)) && dated(card);
    }

    private static boolean dated(String card) {
        int month = Integer.parseInt(card.substring(10, 12));
        int day = Integer.parseInt(card.substring(12, 14));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** ISO/IEC 7812-1: the last digit checks the others. */
    static boolean luhn(String card) {
        int sum = 0;
        for (int i = 0; i < card.length(); i++) {
            int digit = card.charAt(card.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }
        return sum % 10 == 0;
    }
}
