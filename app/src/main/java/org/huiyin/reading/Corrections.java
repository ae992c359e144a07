package org.huiyin.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a thing found is confirmed with: as it was read, and as somebody corrected it. */
@Component
class Corrections {

    private final DocumentViews views;
    private final Organisation organisation;

    Corrections(DocumentViews views, Organisation organisation) {
        this.views = views;
        this.organisation = organisation;
    }

    /**
     * A task or promise on its way to become a matter; empty when it has no title or no place.
     *
     * @param given what was changed, by field
     */
    Optional<Decisions.Corrected> matter(Actor actor, ReadDocuments.Whole whole, Item item, Map<String, String> given) {
        Map<String, String> as = corrected(actor, whole, item, given);
        String title = said(as, "title");
        String place = said(as, "place");
        LocalDate due = day(said(as, "due"));
        boolean dated = due != null || said(as, "due").isEmpty();
        Optional<Programme> programme = views.programmes(actor, whole).stream()
                .filter(one -> one.name().equals(said(as, "programme")))
                .findFirst();
        if (programme.isEmpty()) {
            return Optional.empty();
        }
        if (title.length() < 2 || title.length() > 100 || !organisation.places().exists(place) || !dated) {
            return Optional.empty();
        }
        Long unit = said(as, "lead").matches("[0-9]{1,9}") ? Long.valueOf(said(as, "lead")) : null;
        return Optional.of(new Decisions.Corrected(
                new Decisions.Into(programme.get(), whole.origin()),
                whole.name(),
                whole.day(),
                title,
                description(whole, item, as),
                place,
                unit,
                due));
    }

    /** A figure on its way to become a draft value; empty when something of it is none. */
    Optional<Decisions.Value> value(Actor actor, ReadDocuments.Whole whole, Item item, Map<String, String> given) {
        Map<String, String> as = corrected(actor, whole, item, given);
        String amount = said(as, "amount").replaceAll("[,， ]", "");
        String name = said(as, "title");
        boolean right = amount.matches("-?[0-9]{1,20}(\\.[0-9]{1,6})?")
                && !name.isEmpty()
                && name.length() <= 100
                && said(as, "unit").length() <= 20
                && said(as, "who").length() <= 100
                && (said(as, "from").isEmpty() || day(said(as, "from")) != null)
                && (said(as, "to").isEmpty() || day(said(as, "to")) != null);
        return right
                ? Optional.of(new Decisions.Value(
                        name,
                        new BigDecimal(amount),
                        said(as, "unit"),
                        day(said(as, "from")),
                        day(said(as, "to")),
                        said(as, "who")))
                : Optional.empty();
    }

    private Map<String, String> corrected(
            Actor actor, ReadDocuments.Whole whole, Item item, Map<String, String> given) {
        Map<String, String> as = new HashMap<>(views.usual(actor, whole, item));
        for (String field : List.copyOf(as.keySet())) {
            String said = given.get(field);
            if (said != null) {
                as.put(field, said.strip().replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " "));
            }
        }
        return as;
    }

    private static String said(Map<String, String> as, String field) {
        return as.getOrDefault(field, "");
    }

    /** What is to be done, by when, and the words of the document it stands on. */
    private static String description(ReadDocuments.Whole whole, Item item, Map<String, String> as) {
        StringBuilder text = new StringBuilder(said(as, "measures"));
        line(text, "时限：", said(as, "due"));
        line(text, "提出：", item.who());
        line(
                text,
                "来源：",
                "《" + whole.name() + "》" + whole.articles().get(item.article()).name());
        line(text, "原文：", item.source());
        return text.length() > 5000 ? text.substring(0, 5000) : text.toString();
    }

    private static void line(StringBuilder text, String name, String what) {
        if (!what.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(name).append(what);
        }
    }

    static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
