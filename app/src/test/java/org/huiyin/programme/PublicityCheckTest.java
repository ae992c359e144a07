package org.huiyin.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicityCheckTest {

    private static final String CATEGORIES = """
            categories:
              land: {zh: 征地, en: Land}
              secret: {zh: 举报, en: Tips}
            """;

    private final ProgrammeReader reader = new ProgrammeReader();

    private ProgrammeReader.Reading read(String publicity) {
        String open = ProgrammeReaderTest.SMALL.replace(
                "reply: {type: long-text, name: {zh: 答复, en: Reply}}",
                "reply: {type: long-text, name: {zh: 答复, en: Reply}, seen: masked}");
        return reader.read("small.yaml", open + CATEGORIES + publicity + "\n");
    }

    @Test
    void a_category_narrows_a_field_and_leaves_the_others_as_they_are() {
        Programme programme = read("publicity: {land: {reply: raiser}}")
                .programmes()
                .versions()
                .getFirst();
        Field reply =
                programme.step("answer").orElseThrow().form().field("reply").orElseThrow();

        assertThat(programme.publicity().seen("land", reply)).isEqualTo(Field.Seen.RAISER);
        assertThat(programme.publicity().seen("secret", reply)).isEqualTo(Field.Seen.MASKED);
        assertThat(programme.publicity().countsOnly("land")).isFalse();
    }

    @Test
    void a_category_may_appear_as_counts_alone() {
        Programme programme =
                read("publicity: {secret: counts}").programmes().versions().getFirst();

        assertThat(programme.publicity().countsOnly("secret")).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            publicity: {lnd: {reply: raiser}} | unknown-category | land
            publicity: {land: {repyl: raiser}} | unknown-field | reply
            publicity: {land: {reply: raisr}} | unknown-word | raiser
            publicity: {secret: count} | unknown-word | counts
            publicity: {land: {reply: sealed}} | unknown-word | ''
            publicity: {land: {reply: masked}} | publicity-not-narrower | ''
            publicity: {land: {due: raiser}} | publicity-not-narrower | ''
            publicity: {land: {title: shielded}} | publicity-of-property | ''
            """)
    void what_does_not_fit_is_told_with_its_line(String written, String slug, String suggestion) {
        List<Problem> problems = read(written).problems();

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.slug()).isEqualTo(slug);
            assertThat(problem.suggestion()).isEqualTo(suggestion);
            assertThat(problem.line()).isEqualTo(46);
        });
    }
}
