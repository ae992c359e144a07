package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.programme.Programmes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private final TestDesk town = new TestDesk();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void everybody_reads_masked_texts_and_the_raiser_all_of_them() {
        MatterNumber number = town.raise();
        Step raised = town.lookup.history(number).getFirst();

        assertThat(of(number, Eyes.EVERYBODY).fields(raised))
                .containsEntry("description", "路面有一个大坑，电话138******78")
                .doesNotContainKey("where");
        assertThat(of(number, Eyes.RAISER).fields(raised)).containsEntry("description", "路面有一个大坑，电话13812345678");
    }

    @Test
    void what_lasts_is_of_known_kinds_and_never_somebodys_words() {
        MatterNumber number = town.raise();
        town.answered(number);
        Publication everybody = of(number, Eyes.EVERYBODY);
        List<Step> history = town.lookup.history(number);

        assertThat(everybody.lasting(history.get(0))).containsOnlyKeys("place");
        assertThat(everybody.lasting(history.get(1))).containsOnlyKeys("lead", "kind", "category", "urgency");
        assertThat(everybody.lasting(history.get(3))).as("a draft").isEmpty();
        assertThat(everybody.lasting(history.get(4))).isEqualTo(Map.of("outcome", "solved"));
    }

    @Test
    void of_a_confidential_matter_everybody_reads_nothing() {
        MatterNumber number = raise(Map.of("confidential", true, "category", "roads"));
        Step raised = town.lookup.history(number).getFirst();

        assertThat(of(number, Eyes.EVERYBODY).countsOnly()).isTrue();
        assertThat(of(number, Eyes.EVERYBODY).fields(raised)).isEmpty();
        assertThat(of(number, Eyes.EVERYBODY).lasting(raised)).isEmpty();
        assertThat(of(number, Eyes.RAISER).fields(raised)).containsKeys("title", "description");
    }

    @Test
    void a_category_keeps_texts_to_the_raiser_while_the_title_stays_public() {
        MatterNumber number = raise(Map.of("category", "civil-affairs"));
        Step raised = town.lookup.history(number).getFirst();

        assertThat(of(number, Eyes.EVERYBODY).fields(raised))
                .containsKeys("title", "category")
                .doesNotContainKey("description");
        assertThat(of(number, Eyes.RAISER).fields(raised)).containsKey("description");
        assertThat(of(number, Eyes.EVERYBODY).title(town.matter(number))).isEqualTo("园林路路面塌陷");
    }

    @Test
    void a_matter_filed_under_a_category_of_counts_goes_off_the_board_and_stays_off() {
        try (TestDesk discreet = new TestDesk(withCounts())) {
            MatterNumber number = discreet.raise();
            assertThat(discreet.matter(number).confidential()).isFalse();

            Matter filed = discreet.taken(number, TestDesk.DISPATCHER, "dispatch", dispatching("household"));
            Matter again = discreet.taken(
                    number,
                    TestDesk.DISPATCHER,
                    "reassign",
                    Map.of("lead", TestDesk.WATER, "reassign-reason", "不归路政管"));

            assertThat(filed.confidential()).isTrue();
            assertThat(again.confidential()).isTrue();
        }
    }

    private static Programmes withCounts() {
        String definition = ProgrammeText.threeLists()
                .replace("household:     {description: raiser, answer: raiser}", "household:     counts");
        return new ProgrammeReader().read("three-lists.yaml", definition).programmes();
    }

    private static Map<String, Object> dispatching(String category) {
        return Map.of("lead", TestDesk.ROADS, "kind", "help", "category", category, "urgency", "normal");
    }

    private MatterNumber raise(Map<String, Object> more) {
        return TestDesk.number(town.desk.perform(StepRequest.begin(
                "three-lists", "raise", TestDesk.RESIDENT, TestDesk.raising(more), List.of(), TestDesk.key())));
    }

    private Publication of(MatterNumber number, Eyes eyes) {
        Matter matter = town.matter(number);
        return Publication.of(town.lookup.programmeOf(matter), matter, eyes);
    }
}
