package org.huiyin.circuit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;

/** Reads what was typed into a form; whatever is no date or number is none. */
final class Typed {

    private final Filled filled;

    Typed(Filled filled) {
        this.filled = filled;
    }

    /** A text on one or several lines, without what cannot be seen. */
    String text(String field) {
        return filled.value(field).strip().replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }

    Optional<LocalDate> day(String field) {
        try {
            LocalDate day = LocalDate.parse(filled.value(field));
            return day.getYear() < 2000 || day.getYear() > 2099 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Set<Integer> units(String field) {
        Set<Integer> units = new HashSet<>();
        for (String one : filled.given().getOrDefault(field, List.of())) {
            if (one.matches("[0-9]{1,9}")) {
                units.add(Integer.valueOf(one));
            }
        }
        return units;
    }

    Set<Long> posts(String field) {
        Set<Long> posts = new HashSet<>();
        for (String one : filled.given().getOrDefault(field, List.of())) {
            if (one.matches("[0-9]{1,18}")) {
                posts.add(Long.valueOf(one));
            }
        }
        return posts;
    }

    /** The days given for these units; a unit without one is left out. */
    Map<Integer, LocalDate> days(Collection<Integer> units) {
        Map<Integer, LocalDate> days = new HashMap<>();
        units.forEach(unit -> day("day-" + unit).ifPresent(day -> days.put(unit, day)));
        return days;
    }

    /** Whether something stands there that is no day. */
    boolean badDay(String field) {
        return !filled.value(field).isBlank() && day(field).isEmpty();
    }

    /** The idempotency key of the form, or another when somebody changed it. */
    String key() {
        String key = filled.value("key");
        return key.matches("[A-Za-z0-9-]{8,60}") ? key : UUID.randomUUID().toString();
    }

    static boolean between(String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        return length >= least && length <= most;
    }

    /** Nothing for a program when nothing is wrong; else the refusal with every sentence and the names of what is wrong. */
    static void refuse(Page page, Collection<Wrong> wrong) {
        if (!wrong.isEmpty()) {
            throw new ProblemException(Problem.of("refused", 422)
                    .because(String.join(" ", sentences(page, wrong)))
                    .with("wrong", wrong.stream().map(Wrong::slug).toList()));
        }
    }

    static List<String> sentences(Page page, Collection<Wrong> wrong) {
        return wrong.stream().map(one -> page.t(one.key())).toList();
    }
}
