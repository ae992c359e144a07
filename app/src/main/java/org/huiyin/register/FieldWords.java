package org.huiyin.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Field;
import org.springframework.stereotype.Component;

/** Says the value of a field in the reader's words. */
@Component
class FieldWords {

    private final Organisation organisation;

    FieldWords(Organisation organisation) {
        this.organisation = organisation;
    }

    String said(Page page, Field field, Object value) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, PHONE, MATTER, POSITION, TRACK -> value.toString();
            case INTEGER -> page.number(((Number) value).longValue());
            case NUMBER -> new BigDecimal(value.toString()).toPlainString();
            case TRUTH -> page.t(Boolean.TRUE.equals(value) ? "frame.yes" : "frame.no");
            case DATE -> page.date(LocalDate.parse(value.toString()));
            case INSTANT -> page.fullTime(Instant.parse(value.toString()));
            case CHOICE -> choice(page, field, value.toString());
            case CHOICES ->
                ((List<?>) value)
                        .stream()
                                .map(one -> choice(page, field, String.valueOf(one)))
                                .collect(Collectors.joining(page.t("register.comma")));
            case UNIT -> unit(page, ((Number) value).intValue());
            case UNITS ->
                ((List<?>) value)
                        .stream()
                                .map(one -> unit(page, ((Number) one).intValue()))
                                .collect(Collectors.joining(page.t("register.comma")));
            case PLACE -> place(page, value.toString());
        };
    }

    String unit(Page page, int unit) {
        return organisation.units().name(unit, page.locale());
    }

    String place(Page page, String code) {
        return organisation.places().path(code, page.locale());
    }

    private static String choice(Page page, Field field, String value) {
        return field.choices().stream()
                .filter(one -> one.value().equals(value))
                .map(one -> page.t(one.title()))
                .findFirst()
                .orElse(value);
    }
}
