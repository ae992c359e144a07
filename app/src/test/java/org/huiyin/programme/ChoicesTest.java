package org.huiyin.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    private final Choices lists = new Choices();

    ChoicesTest() {
        ProgrammeReader.packaged()
                .newest()
                .forEach(programme ->
                        programme.lists().forEach((name, rule) -> lists.add(programme, name, rule.title())));
    }

    @Test
    void what_reads_the_same_is_one_choice_that_means_the_list_of_every_programme() {
        assertThat(lists.in(Locale.CHINESE)).extracting(Choices.Choice::label).doesNotHaveDuplicates();
        assertThat(lists.in(Locale.ENGLISH)).extracting(Choices.Choice::label).doesNotHaveDuplicates();

        assertThat(lists.meant(value("成效清单")).orElseThrow())
                .containsExactlyInAnyOrder("care.done", "enterprise-asks.helped", "three-lists.result");
        assertThat(lists.meant(value("问题清单")).orElseThrow())
                .containsExactlyInAnyOrder("rectification.found", "three-lists.problem");
    }

    @Test
    void a_name_alone_means_what_any_programme_calls_so_and_picks_every_choice_it_stands_for() {
        assertThat(lists.meant("problem").orElseThrow())
                .containsExactlyInAnyOrder("three-lists.problem", "deputy-suggestions.problem");
        assertThat(lists.chosen("problem", Locale.CHINESE))
                .extracting(Choices.Choice::label)
                .containsExactlyInAnyOrder("问题清单", "待交办");
        assertThat(lists.chosen(value("问题清单"), Locale.CHINESE))
                .extracting(Choices.Choice::label)
                .containsExactly("问题清单");
        assertThat(lists.chosen("", Locale.CHINESE)).isEmpty();
    }

    @Test
    void what_stands_for_nothing_is_told() {
        for (String wrong : List.of("none", "three-lists.none", "problem,none", "problem,", ",", "three-lists.")) {
            assertThat(lists.meant(wrong)).as(wrong).isEmpty();
        }
    }

    private String value(String label) {
        return lists.in(Locale.CHINESE).stream()
                .filter(choice -> choice.label().equals(label))
                .map(Choices.Choice::value)
                .findFirst()
                .orElseThrow();
    }
}
