package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The log tells of every programme what the board shows of it, and not more. */
class WhatIsToldTest {

    @Test
    void of_a_programme_whose_titles_are_public_each_matter_is_told() {
        try (LoggedTown town = new LoggedTown()) {
            MatterNumber number = town.begin(
                    "deputy-suggestions",
                    "suggest",
                    Map.of(
                            "title", "关于增设公交站的建议",
                            "description", "学校门口没有公交站，建议增设一处。",
                            "place", LoggedTown.PLACE,
                            "category", "other",
                            "at-session", "between",
                            "deputy", "RD-17",
                            "deputy-name", "罗子涵"));
            town.sequence();

            assertThat(town.entries())
                    .singleElement()
                    .asString()
                    .contains(
                            "\"matter\":\"" + number + "\"",
                            "\"programme\":\"deputy-suggestions\"",
                            "\"step\":\"suggest\"")
                    .doesNotContain("公交站", "罗子涵");
            assertThat(town.log().head().counts()).startsWith("{\"deputy-suggestions\":{\"");
        }
    }

    @Test
    void of_a_programme_whose_titles_are_not_only_the_lists_are_told() {
        try (LoggedTown town = new LoggedTown()) {
            town.begin(
                    "petitions",
                    "petition",
                    Map.of(
                            "title", "请求重新核定补偿",
                            "description", "补偿款少算了一间房。",
                            "place", LoggedTown.PLACE,
                            "category", "request"));
            town.sequence();

            assertThat(town.entries())
                    .singleElement()
                    .asString()
                    .matches("\\{\"programme\":\"petitions\",\"sealed\":\"[^\"]+\",\"to\":\"[a-z-]+\",\"v\":1}");
            assertThat(town.log().head().counts()).startsWith("{\"petitions\":{\"");
        }
    }

    @Test
    void of_a_programme_that_was_in_use_before_it_was_told_nothing_is() {
        try (LoggedTown town = new LoggedTown(TestDatabase.fresh(), true, Set.of("three-lists"))) {
            town.raise();
            town.sequence();

            assertThat(town.entries()).singleElement().asString().matches("\\{\"sealed\":\"[^\"]+\",\"v\":1}");
            assertThat(town.log().head().counts()).isEqualTo("{}");
        }
    }
}
