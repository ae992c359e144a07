package org.huiyin.round;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.register.Entry;
import org.huiyin.register.Looks;
import org.huiyin.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together whom to think of: by the next birthday, and by the day a festival falls on next. */
@Component
class GreetingViews {

    /** The next days, today included. */
    private static final int SOON = 14;

    private final Looks looks;

    GreetingViews(Looks looks) {
        this.looks = looks;
    }

    /**
     * What was asked for.
     *
     * @param month whose birthdays; 0 for those of the next days
     * @param nth the festival, as the definition counts them; -1 for birthdays
     */
    record Asked(String kind, RoundRules.Greeted greeted, Register register, List<Entry> entries, int month, int nth) {

        String path() {
            return "/desk/rounds/" + kind + "/greetings";
        }

        boolean soon() {
            return month == 0 && nth < 0;
        }

        List<Entry> of(RoundRules.Festival festival) {
            return entries.stream()
                    .filter(entry -> festival.of().contains(entry.kind()))
                    .toList();
        }
    }

    /** @param day the next one; null when nobody knows it yet */
    private record Falls(GreetingView.Feast feast, @Nullable LocalDate day) {

        LocalDate order() {
            return day == null ? LocalDate.MAX : day;
        }
    }

    GreetingView of(Page page, Asked asked, boolean full) {
        LocalDate today = page.formats().today();
        List<Falls> feasts = feasts(page, asked, today);
        List<GreetingView.Feast> soon = feasts.stream()
                .filter(one -> asked.soon() && one.order().isBefore(today.plusDays(SOON)))
                .map(Falls::feast)
                .toList();
        return new GreetingView(
                asked.path(),
                asked.nth() < 0 ? asked.month() : 0,
                title(page, asked),
                feasts.stream().map(Falls::feast).toList(),
                soon,
                rows(page, asked, today),
                full);
    }

    private static String title(Page page, Asked asked) {
        if (asked.nth() >= 0) {
            return page.t(asked.greeted().festivals().get(asked.nth()).name());
        }
        return asked.month() == 0
                ? page.t("round.greetings.soon", SOON)
                : page.t("round.greetings.of-month", asked.month());
    }

    /** By the day they fall on next. */
    private static List<Falls> feasts(Page page, Asked asked, LocalDate today) {
        List<Falls> all = new ArrayList<>();
        for (int nth = 0; nth < asked.greeted().festivals().size(); nth++) {
            RoundRules.Festival festival = asked.greeted().festivals().get(nth);
            LocalDate day = Festivals.next(festival.day(), today).orElse(null);
            all.add(new Falls(
                    new GreetingView.Feast(
                            asked.path() + "?festival=" + nth,
                            page.t(festival.name()),
                            day == null ? "" : when(page, today, day),
                            nth == asked.nth(),
                            asked.of(festival).size()),
                    day));
        }
        return all.stream().sorted(Comparator.comparing(Falls::order)).toList();
    }

    /** The day, with how far away it is. */
    private static String when(Page page, LocalDate today, LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        return days == 0
                ? page.t("round.greetings.today", page.date(day))
                : page.t("round.greetings.in-days", page.date(day), days);
    }

    /** A birthday to come: on a 29 February that a year does not have, the day before. */
    private static LocalDate next(LocalDate born, LocalDate today) {
        MonthDay day = MonthDay.from(born);
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear;
    }

    private List<GreetingView.Greeting> rows(Page page, Asked asked, LocalDate today) {
        List<Entry> wanted = asked.nth() < 0
                ? asked.entries()
                : asked.of(asked.greeted().festivals().get(asked.nth()));
        Map<Long, Map<String, Object>> opened = looks.open(page.reader(), wanted, Looks.What.LIST);
        record Thought(LocalDate order, GreetingView.Greeting greeting) {}
        Stream<Thought> thoughts = wanted.stream().flatMap(entry -> {
            Map<String, Object> sealed = opened.getOrDefault(entry.id(), Map.of());
            Object said = sealed.get(asked.greeted().born());
            LocalDate born = said == null ? null : LocalDate.parse(String.valueOf(said));
            return thinks(asked, born, today)
                    ? Stream.of(
                            new Thought(order(asked, born, today), greeting(page, asked, entry, sealed, born, today)))
                    : Stream.empty();
        });
        return asked.nth() >= 0
                ? thoughts.map(Thought::greeting).toList()
                : thoughts.sorted(Comparator.comparing(Thought::order))
                        .map(Thought::greeting)
                        .toList();
    }

    private static boolean thinks(Asked asked, @Nullable LocalDate born, LocalDate today) {
        if (asked.nth() >= 0) {
            return true;
        }
        return born != null
                && (asked.soon()
                        ? next(born, today).isBefore(today.plusDays(SOON))
                        : born.getMonthValue() == asked.month());
    }

    /** By the day to come; within a month by its days, those that are over too. */
    private static LocalDate order(Asked asked, @Nullable LocalDate born, LocalDate today) {
        if (born == null) {
            return LocalDate.MAX;
        }
        return asked.soon() ? next(born, today) : MonthDay.from(born).atYear(today.getYear());
    }

    private static GreetingView.Greeting greeting(
            Page page,
            Asked asked,
            Entry entry,
            Map<String, Object> sealed,
            @Nullable LocalDate born,
            LocalDate today) {
        String label = asked.register().label(entry.number());
        LocalDate next = born == null ? null : asked.soon() ? next(born, today) : today;
        String turns = born == null || next == null
                ? ""
                : page.t(
                        "round.greetings.turns",
                        born.getMonthValue(),
                        born.getDayOfMonth(),
                        next.getYear() - born.getYear());
        String far = next == null || !asked.soon() ? "" : when(page, today, next);
        return new GreetingView.Greeting(
                "/desk/registers/" + asked.register().name() + "/" + label,
                label,
                String.valueOf(sealed.getOrDefault(asked.register().titleField(), entry.name())),
                turns,
                far,
                String.valueOf(sealed.getOrDefault(asked.greeted().address(), "")));
    }
}
