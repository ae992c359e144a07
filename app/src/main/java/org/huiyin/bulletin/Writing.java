package org.huiyin.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.huiyin.assessment.PeriodAccount;
import org.huiyin.assessment.Score;
import org.huiyin.bulletin.Numbers.Counted;
import org.huiyin.bulletin.Numbers.Rated;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;

/**
 * What every section of a bulletin is written with, and the turns of speech that come back in all of them.
 *
 * @param raised the part that counts what was raised
 */
record Writing(
        Page page,
        PeriodAccount account,
        Names names,
        Numbers numbers,
        SourceLists lists,
        BulletinRules rules,
        String raised) {

    Scope all() {
        return Scope.all(names.all());
    }

    Counted part(String part) {
        return numbers.part(part, all());
    }

    Rated measure(String name) {
        return account.measures()
                .measure(name)
                .map(measure -> numbers.measure(measure, all()))
                .orElseGet(() -> new Rated(null, null));
    }

    /** 比上期增加12件（+3.4%） */
    String change(Counted counted) {
        long change = counted.change();
        if (change == 0) {
            return page.t("bulletin.same");
        }
        String how = change > 0 ? "bulletin.more" : "bulletin.fewer";
        return counted.before() == 0
                ? page.t(how, Math.abs(change))
                : page.t(how + ".percent", Math.abs(change), percent(Math.abs(change), counted.before()));
    }

    private static String percent(long part, long of) {
        return BigDecimal.valueOf(part * 100)
                        .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }

    /** 比上期提高1.20个百分点 */
    String change(Rated rated, boolean points) {
        BigDecimal change = rated.change();
        if (change == null) {
            return page.t("bulletin.no-before");
        }
        if (change.signum() == 0) {
            return page.t("bulletin.same");
        }
        String how = change.signum() > 0 ? "bulletin.up" : "bulletin.down";
        return page.t(how + (points ? ".points" : ""), change.abs().toPlainString());
    }

    /** +1.20, for a table. */
    String signed(@Nullable BigDecimal change) {
        return change == null ? "—" : (change.signum() > 0 ? "+" : "") + change.toPlainString();
    }

    String signed(long change) {
        return (change > 0 ? "+" : "") + page.number(change);
    }

    String value(@Nullable Score score, boolean percent) {
        return score == null ? "—" : score.percent().toPlainString() + (percent ? "%" : "");
    }

    /** With the interval beneath. */
    String withInterval(@Nullable Score score) {
        if (score == null) {
            return "—";
        }
        Score.Interval interval = score.interval();
        return score.percent().toPlainString()
                + (interval == null ? "" : "\n" + tenths(interval.low()) + "–" + tenths(interval.high()));
    }

    private static String tenths(BigDecimal percent) {
        return percent.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    String and(List<String> some) {
        return names.and(some);
    }
}
