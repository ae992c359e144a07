package org.huiyin.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

    private static final Map<String, Object> KNOWN = Map.of(
            "fields",
            Map.of("solved", "no", "review-on", "2026-03-01", "days", 5L),
            "state",
            "answered",
            "round",
            2L,
            "by",
            "raiser",
            "times",
            Map.of("return", 1L, "request-extension", 2L),
            "overdue",
            Map.of("resolve", true));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fields.solved != "no" | false
            fields.solved == "no" && round <= 2 | true
            has(fields.review_on) | true
            fields["review-on"] == "2026-03-01" | true
            has(fields.answer) | false
            fields.answer == null | true
            fields.days <= 10 | true
            times.return == 0 | false
            times.adjudicate == 0 | true
            times.request_extension == 2 | true
            times["request-extension"] > 1 | true
            overdue.resolve | true
            'overdue.rate || by == "raiser"' | true
            state in ["answered", "closed"] | true
            kind == "" | true
            fields.solved > 3 | false
            """)
    void a_condition_holds_or_not(String source, boolean expected) {
        assertThat(Conditions.mistakes(source)).isEmpty();
        assertThat(Conditions.lazy(source).holds(KNOWN)).isEqualTo(expected);
    }
}
