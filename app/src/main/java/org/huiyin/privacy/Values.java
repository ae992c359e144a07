package org.huiyin.privacy;

import java.util.Locale;
import java.util.Random;

/** Made-up personal data in the ways people write it. */
final class Values {

    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final Random random;

    Values(Random random) {
        this.random = random;
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    String mobile() {
        String number = "1" + (3 + random.nextInt(7)) + digits(9);
        return switch (random.nextInt(6)) {
            case 0 -> number.substring(0, 3) + " " + number.substring(3, 7) + " " + number.substring(7);
            case 1 -> number.substring(0, 3) + "-" + number.substring(3, 7) + "-" + number.substring(7);
            case 2 -> fullWidth(number);
            case 3 -> "+86 " + number;
            default -> number;
        };
    }

    /** Of a person somewhere between 1940 and 2009, with its right last sign. */
    String idCard() {
        String begin = String.format(
                Locale.ROOT,
                "%d%s%d%02d%02d%s",
                1 + random.nextInt(6),
                digits(5),
                1940 + random.nextInt(70),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                digits(3));
        String card = "0123456789X"
                .chars()
                .mapToObj(last -> begin + (char) last)
                .filter(Numbers::checksRight)
                .findFirst()
                .orElseThrow();
        return switch (random.nextInt(5)) {
            case 0 -> card.substring(0, 6) + " " + card.substring(6, 14) + " " + card.substring(14);
            case 1 -> fullWidth(card);
            case 2 -> card.toLowerCase(Locale.ROOT);
            default -> card;
        };
    }

    String bankCard() {
        String begin = (random.nextBoolean() ? "62" : random.nextBoolean() ? "4" : "95")
                .concat(digits(17))
                .substring(0, random.nextBoolean() ? 15 : 18);
        String card = "0123456789"
                .chars()
                .mapToObj(last -> begin + (char) last)
                .filter(Numbers::luhn)
                .findFirst()
                .orElseThrow();
        return random.nextInt(3) == 0 ? card.replaceAll("(\\d{4})(?=\\d)", "$1 ") : card;
    }

    String plate() {
        String office = String.valueOf(PROVINCES.charAt(random.nextInt(PROVINCES.length()))) + letter();
        String number = switch (random.nextInt(6)) {
            case 0 -> "D" + digits(5);
            case 1 -> digits(5) + "F";
            case 2 -> digits(4) + "挂";
            case 3 -> letter() + digits(3) + letter();
            default -> letter() + digits(4);
        };
        String plate = random.nextInt(4) == 0 ? office + "·" + number : office + number;
        return random.nextInt(5) == 0 ? plate.toLowerCase(Locale.ROOT) : plate;
    }

    String email() {
        String name = random.nextBoolean() ? digits(9) : "li" + letter().toLowerCase(Locale.ROOT) + "." + digits(3);
        return name + "@"
                + new String[] {"qq.com", "163.com", "jingzhou.gov.cn", "sina.com.cn", "foxmail.com"}
                        [random.nextInt(5)];
    }

    String account() {
        return random.nextBoolean()
                ? (1 + random.nextInt(9)) + digits(5 + random.nextInt(5))
                : "wxid_" + letter().toLowerCase(Locale.ROOT) + digits(5);
    }

    private String letter() {
        return String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }
}
