package org.huiyin.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Campaign;
import org.huiyin.programme.Measures.PeriodRule;
import org.huiyin.programme.Text;

/**
 * A stretch of time that is assessed.
 *
 * @param rule the name of its period rule or campaign
 * @param name {@code 2022-09}, {@code 2022-Q3}, or the campaign's name
 * @param from its first instant
 * @param until the first instant after it
 * @param tallied whether it begins and ends where tallies do
 */
public record Period(String rule, String name, Instant from, Instant until, boolean tallied) {

    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern FROM_TO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{4}-\\d{2}-\\d{2})");
    private static final String DAYS = "days";
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    /** The key it is published under: {@code assessment-month/2022-09}. */
    public String key() {
        return rule + "/" + name;
    }

    /**
     * Reads {@code 2022-09}, {@code 2022-Q3} or {@code rule/name}; a bare month is of the first rule, a bare quarter of the rule of three months.
     *
     * @return nothing when no such period is known
     */
    public static Optional<Period> parse(String written, Measures measures, ZoneId zone) {
        int slash = written.indexOf('/');
        String name = written.substring(slash + 1);
        String rule = slash < 0 ? "" : written.substring(0, slash);
        Campaign campaign = measures.campaigns().get(name);
        if (campaign != null && (rule.isEmpty() || rule.equals("campaign"))) {
            return Optional.of(new Period(
                    "campaign",
                    name,
                    campaign.from().atStartOfDay(zone).toInstant(),
                    campaign.until().plusDays(1).atStartOfDay(zone).toInstant(),
                    false));
        }
        if (rule.equals(DAYS)) {
            return days(name, zone);
        }
        Matcher quarter = QUARTER.matcher(name);
        return measures.periods().values().stream()
                .filter(one -> rule.isEmpty()
                        ? quarter.matches() == (one.months() == 3)
                        : one.name().equals(rule))
                .findFirst()
                .flatMap(one -> month(name).map(month -> ending(one, Stretches.endMonth(one, month), zone)));
    }

    private static Optional<Period> days(String name, ZoneId zone) {
        Matcher days = FROM_TO.matcher(name);
        try {
            if (days.matches()) {
                LocalDate from = LocalDate.parse(days.group(1));
                LocalDate to = LocalDate.parse(days.group(2));
                return to.isBefore(from) ? Optional.empty() : Optional.of(days(from, to, zone));
            }
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Some days, both included, for lists behind figures of days. */
    static Period days(LocalDate from, LocalDate to, ZoneId zone) {
        return new Period(
                DAYS,
                from + "_" + to,
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant(),
                false);
    }

    private static Optional<YearMonth> month(String name) {
        Matcher quarter = QUARTER.matcher(name);
        if (quarter.matches()) {
            return Optional.of(
                    YearMonth.of(Integer.parseInt(quarter.group(1)), 3 * Integer.parseInt(quarter.group(2))));
        }
        try {
            return MONTH.matcher(name).matches() ? Optional.of(YearMonth.parse(name)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The period of a rule that ends in that month. */
    static Period ending(PeriodRule rule, YearMonth month, ZoneId zone) {
        LocalDateTime from = Stretches.end(rule, month.minusMonths(rule.months()));
        LocalDateTime until = Stretches.end(rule, month);
        String name = rule.months() == 3 ? month.getYear() + "-Q" + month.getMonthValue() / 3 : month.toString();
        return new Period(
                rule.name(),
                name,
                from.atZone(zone).toInstant(),
                until.atZone(zone).toInstant(),
                true);
    }

    /** The period of a rule that holds an instant. */
    public static Period holding(PeriodRule rule, Instant at, ZoneId zone) {
        YearMonth month = Stretches.endMonth(rule, YearMonth.from(LocalDateTime.ofInstant(at, zone)));
        Period found = ending(rule, month, zone);
        return found.until().isAfter(at) ? found : ending(rule, month.plusMonths(rule.months()), zone);
    }

    /** The one before it of the same rule; a campaign has none. */
    public Optional<Period> before(Measures measures, ZoneId zone) {
        PeriodRule of = measures.periods().get(rule);
        return of == null ? Optional.empty() : Optional.of(holding(of, from.minusSeconds(1), zone));
    }

    /** Its name with that of its rule. */
    public Text title(Measures measures) {
        PeriodRule period = measures.periods().get(rule);
        Campaign campaign = measures.campaigns().get(name);
        if (rule.equals(DAYS)) {
            String said = name.replace("_", " – ");
            return new Text(said, said);
        }
        Text of = period != null ? period.title() : campaign != null ? campaign.title() : new Text(rule, rule);
        return campaign != null && period == null ? of : new Text(of.zh() + " " + name, of.en() + " " + name);
    }

    /** Whether it is some days that nobody is assessed by. */
    boolean ofDays() {
        return rule.equals(DAYS);
    }

    /** Until when what happened in it can be known at that instant. */
    public Instant knownUntil(Instant at) {
        return until.isBefore(at) ? until : at;
    }

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
