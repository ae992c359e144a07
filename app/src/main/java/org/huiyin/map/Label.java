package org.huiyin.map;

import java.util.List;
import java.util.Locale;
import org.huiyin.org.Place;

/** A place's name as it fits on a tile. */
final class Label {

    private static final int ZH_LINE = 5;
    private static final int EN_LINE = 11;
    private static final List<String> ZH_KINDS = List.of("农场管理区", "土家族乡", "管理区", "开发区", "社区", "街道");
    private static final List<String> EN_KINDS = List.of(
            " District",
            " County",
            " City",
            " Subdistrict",
            " Town",
            " Tujia Ethnic Township",
            " Township",
            " Farm Administrative Zone",
            " Administrative Zone");

    private Label() {}

    static List<String> lines(Place place, Locale locale) {
        var name = place.shortName(locale);
        if (locale.getLanguage().equals("en") && !name.equals(place.name().zh())) {
            return english(name);
        }
        return chinese(name.replace("经济技术", ""));
    }

    /** The width of the longest line, a Chinese sign counting as 1. */
    static double width(List<String> lines) {
        return lines.stream()
                .mapToDouble(line -> line.codePoints()
                        .mapToDouble(sign -> sign < 0x2e80 ? 0.58 : 1)
                        .sum())
                .max()
                .orElse(1);
    }

    private static List<String> chinese(String name) {
        if (name.length() <= ZH_LINE) {
            return List.of(name);
        }
        for (var kind : ZH_KINDS) {
            int split = name.length() - kind.length();
            if (name.endsWith(kind) && split <= ZH_LINE) {
                return List.of(name.substring(0, split), kind);
            }
        }
        int half = Math.min(ZH_LINE, (name.length() + 1) / 2);
        int end = Math.min(name.length(), half + ZH_LINE);
        var second = end < name.length() ? name.substring(half, end - 1) + "…" : name.substring(half);
        return List.of(name.substring(0, half), second);
    }

    private static List<String> english(String name) {
        var plain = name.replace("Economic and Technological Development Zone", "Dev. Zone")
                .replace("Development Zone", "Dev. Zone");
        for (var kind : EN_KINDS) {
            if (plain.endsWith(kind)) {
                plain = plain.substring(0, plain.length() - kind.length());
                break;
            }
        }
        int space = plain.indexOf(' ');
        return plain.length() <= EN_LINE || space < 0
                ? List.of(plain)
                : List.of(plain.substring(0, space), plain.substring(space + 1));
    }
}
