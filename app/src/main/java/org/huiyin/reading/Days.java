package org.huiyin.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people write them, resolved against the day a document is of: 年底, 明年5月, 到2025年, “十四五”末, 9月30日前. */
final class Days {

    private static final String YEAR = "(?:(?<year>今年|本年|当年|明年|后年|去年|\\d{4}年)度?)?";

    private static final Pattern DUE = Pattern.compile("(?:"
            + YEAR
            + "(?<month>\\d{1,2}|十?[一二三四五六七八九]|十)月(?:(?<day>\\d{1,2})[日号]|(?<part>底|末|初|中旬|上旬|下旬))?(?:之?(?<before>前))?"
            + "|" + YEAR.replace("year", "yearOfHalf") + "第?(?<half>上半年|下半年|[一二三四]季度|前三季度)[末底]?前?"
            + "|(?<yearEnd>今年|本年|当年|明年|后年|去年|\\d{4}年|年)(?:底|末|内|年底|年末|年内)(?:之?前)?"
            + "|(?:到|至)(?<untilYear>\\d{4})年(?:底|末)?"
            + "|(?<beforeYear>\\d{4})年之?前"
            + "|[“\"]?(?<plan>十[三四五六])五[”\"]?(?:规划)?(?:末|期末|期间|时期|收官|结束)"
            + "|(?<near>本月|下月|下个月|月)(?:底|末|内)前?|(?<quarter>本季度|三季度)[末底内]"
            + "|(?<count>\\d{1,3}|[一二三四五六七八九十]{1,2}|半)(?<unit>年|个月|个工作日|天|日|周)(?:之?内|后)"
            + "|" + YEAR.replace("year", "yearOfFeast")
            + "[“\"]?(?<feast>元旦|五一|国庆|春节|端午|中秋|[七八]一(?=[”\"前])|(?<![今去明后本当每\\d])年(?=前))[”\"]?节?(?:假期)?(?:之?前)?"
            + "|(?<bare>明年|后年|20\\d{2}年|下个?月)(?=(?:全面|全部|将|可|能|正式|基本)?(?:建成|完工|竣工|通车|投产|投用|投入使用|投入运营|交付|开通|开业|启用|达产))"
            + ")");

    private static final Pattern PERIOD = Pattern.compile("(?<py>今年|去年|\\d{4}年)?度?"
            + "(?:(?<from>元|1|一|\\d{1,2})月?(?:至|到|-|—|~)(?<to>\\d{1,2})月份?|前(?<first>\\d{1,2}|[一二三四五六七八九十]{1,2})个?月"
            + "|(?<span>上半年|下半年|[一二三四]季度|前三季度|全年)|(?<so>以来)|(?<only>\\d{1,2})月份)"
            + "|截至(?:目前|(?<ay>今年|去年|\\d{4}年)?(?:(?<am>\\d{1,2})月)?(?:底|末|(?<ad>\\d{1,2})日)?)"
            + "|(?<whole>\\d{4})年度?(?!\\d)");

    private final LocalDate today;
    private final Map<String, List<LocalDate>> feasts;

    Days(LocalDate today) {
        this(today, Map.of());
    }

    /**
     * Days counted from one.
     *
     * @param feasts of the moon's calendar, with their days
     */
    Days(LocalDate today, Map<String, List<LocalDate>> feasts) {
        this.today = today;
        this.feasts = feasts;
    }

    /** A date in a text: where it stands, and the last day it allows. */
    record Due(int from, int to, LocalDate day) {}

    List<Due> dues(CharSequence text) {
        List<Due> dues = new ArrayList<>();
        Matcher found = DUE.matcher(text);
        while (found.find()) {
            LocalDate day = day(found);
            if (day != null && day.isBefore(today) && found.group("year") == null && !dues.isEmpty()) {
                // 2023年4月底前通水，5月底前切换: the year of the date before
                LocalDate next = day.withYear(dues.getLast().day().getYear());
                day = found.group("month") != null
                                && next.isAfter(dues.getLast().day())
                        ? next
                        : day;
            }
            if (day != null) {
                dues.add(new Due(found.start(), found.end(), day));
            }
        }
        return dues;
    }

    /** Whether a day lies after the document's own. */
    boolean ahead(LocalDate day) {
        return day.isAfter(today);
    }

    private @Nullable LocalDate day(Matcher found) {
        try {
            String month = found.group("month");
            if (month != null) {
                return inMonth(found, number(month));
            }
            if (found.group("half") != null) {
                return span(year(found.group("yearOfHalf")), found.group("half"))
                        .to();
            }
            if (found.group("yearEnd") != null) {
                return LocalDate.of(year(found.group("yearEnd")), 12, 31);
            }
            if (found.group("untilYear") != null) {
                return LocalDate.of(Integer.parseInt(found.group("untilYear")), 12, 31);
            }
            if (found.group("beforeYear") != null) {
                return LocalDate.of(Integer.parseInt(found.group("beforeYear")) - 1, 12, 31);
            }
            if (found.group("plan") != null) {
                return LocalDate.of(
                        2010 + 5 * ("三四五六".indexOf(found.group("plan").charAt(1)) + 2), 12, 31);
            }
            return soon(found);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private LocalDate inMonth(Matcher found, int month) {
        YearMonth in = YearMonth.of(year(found.group("year")), month);
        if (found.group("year") == null && limit(found) && month <= 6 && today.getMonthValue() >= 11) {
            // 3月底前 said in December is of the year to come
            in = in.plusYears(1);
        }
        String day = found.group("day");
        if (day != null) {
            return in.atDay(Integer.parseInt(day));
        }
        String part = found.group("part");
        if (part == null) {
            return found.group("before") == null
                    ? in.atEndOfMonth()
                    : in.atDay(1).minusDays(1);
        }
        return switch (part) {
            case "初", "上旬" -> in.atDay(10);
            case "中旬" -> in.atDay(20);
            default -> in.atEndOfMonth();
        };
    }

    private static boolean limit(Matcher found) {
        return found.group("before") != null || found.group("part") != null;
    }

    private @Nullable LocalDate soon(Matcher found) {
        String near = found.group("near");
        if (near != null) {
            YearMonth month = YearMonth.from(today);
            return (near.startsWith("下") ? month.plusMonths(1) : month).atEndOfMonth();
        }
        if (found.group("quarter") != null) {
            return YearMonth.of(today.getYear(), (today.getMonthValue() + 2) / 3 * 3)
                    .atEndOfMonth();
        }
        String count = found.group("count");
        if (count != null) {
            int many = number(count);
            return switch (found.group("unit")) {
                case "年" -> count.equals("半") ? today.plusMonths(6) : today.plusYears(many);
                case "个月" -> today.plusMonths(many);
                case "周" -> today.plusWeeks(many);
                default -> today.plusDays(many);
            };
        }
        String bare = found.group("bare");
        if (bare != null) {
            return bare.startsWith("下")
                    ? YearMonth.from(today).plusMonths(1).atEndOfMonth()
                    : LocalDate.of(year(bare), 12, 31);
        }
        String feast = found.group("feast");
        String said = found.group("yearOfFeast");
        LocalDate day = feast == null ? null : feast(feast, year(said));
        return day == null || said != null || !day.isBefore(today) ? day : feast(feast, today.getYear() + 1);
    }

    private @Nullable LocalDate feast(String name, int year) {
        return switch (name) {
            case "五一" -> LocalDate.of(year, 5, 1);
            case "七一" -> LocalDate.of(year, 7, 1);
            case "八一" -> LocalDate.of(year, 8, 1);
            case "国庆" -> LocalDate.of(year, 10, 1);
            case "元旦" -> LocalDate.of(year, 1, 1);
            default ->
                feasts.getOrDefault(name.equals("年") ? "春节" : name, List.of()).stream()
                        .filter(day -> day.getYear() == year)
                        .findFirst()
                        .orElse(null);
        };
    }

    private int year(@Nullable String said) {
        if (said == null) {
            return today.getYear();
        }
        return switch (said) {
            case "", "年", "今年", "本年", "当年" -> today.getYear();
            case "明年" -> today.getYear() + 1;
            case "后年" -> today.getYear() + 2;
            case "去年" -> today.getYear() - 1;
            default -> Integer.parseInt(said.substring(0, 4));
        };
    }

    private record Between(LocalDate from, LocalDate to) {}

    private static Between span(int year, String name) {
        return switch (name) {
            case "上半年" -> months(year, 1, 6);
            case "下半年" -> months(year, 7, 12);
            case "前三季度" -> months(year, 1, 9);
            case "一季度" -> months(year, 1, 3);
            case "二季度" -> months(year, 4, 6);
            case "三季度" -> months(year, 7, 9);
            case "四季度" -> months(year, 10, 12);
            default -> months(year, 1, 12);
        };
    }

    private static Between months(int year, int from, int to) {
        return new Between(LocalDate.of(year, from, 1), YearMonth.of(year, to).atEndOfMonth());
    }

    /** The stretch of time that was last named in a text; null when none is. */
    Article.@Nullable Period period(CharSequence text) {
        Matcher found = PERIOD.matcher(text);
        Article.Period last = null;
        while (found.find()) {
            try {
                Between between = between(found);
                if (Year.of(between.from().getYear()).getValue() >= 1949) {
                    last = new Article.Period(
                            found.group(),
                            between.from().toString(),
                            between.to().toString());
                }
            } catch (DateTimeException e) {
                // 13月 is no month: the text says something else
                continue;
            }
        }
        return last;
    }

    private Between between(Matcher found) {
        int year = year(found.group("py"));
        if (found.group("to") != null) {
            String from = found.group("from");
            return months(
                    year,
                    from.equals("元") || from.equals("一") ? 1 : Integer.parseInt(from),
                    Integer.parseInt(found.group("to")));
        }
        if (found.group("first") != null) {
            return months(year, 1, number(found.group("first")));
        }
        if (found.group("span") != null) {
            return span(year, found.group("span"));
        }
        if (found.group("so") != null) {
            return new Between(LocalDate.of(year, 1, 1), today);
        }
        if (found.group("only") != null) {
            int month = Integer.parseInt(found.group("only"));
            return months(year, month, month);
        }
        if (found.group("whole") != null) {
            return months(Integer.parseInt(found.group("whole")), 1, 12);
        }
        return until(found);
    }

    private Between until(Matcher found) {
        String month = found.group("am");
        if (month == null) {
            LocalDate end = found.group("ay") == null ? today : LocalDate.of(year(found.group("ay")), 12, 31);
            return new Between(end, end);
        }
        YearMonth in = YearMonth.of(year(found.group("ay")), Integer.parseInt(month));
        LocalDate end = found.group("ad") == null ? in.atEndOfMonth() : in.atDay(Integer.parseInt(found.group("ad")));
        return new Between(end, end);
    }

    private static int number(String said) {
        if (Character.isDigit(said.charAt(0))) {
            return Integer.parseInt(said);
        }
        int ten = said.indexOf('十');
        String digits = "零一二三四五六七八九";
        if (ten < 0) {
            return Math.max(1, digits.indexOf(said.charAt(0)));
        }
        int tens = ten == 0 ? 1 : digits.indexOf(said.charAt(0));
        return tens * 10 + (ten + 1 < said.length() ? digits.indexOf(said.charAt(ten + 1)) : 0);
    }
}
