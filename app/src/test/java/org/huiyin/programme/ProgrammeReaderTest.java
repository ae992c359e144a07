package org.huiyin.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeReaderTest {

    /** The smallest whole programme: asked, answered, closed. */
    static final String SMALL = """
            programme: questions
            version: 1
            effective-from: 2020-01-01
            name: {zh: 问答, en: Questions}
            lists:
              open: {zh: 待办, en: Open, open: true}
              done: {zh: 已办, en: Done}
            fields:
              title: {type: text, name: {zh: 标题, en: Title}, max: 100}
              kind: {type: choice, name: {zh: 类型, en: Kind}, choices: {easy: {zh: 易, en: Easy}, hard: {zh: 难, en: Hard}}}
              reply: {type: long-text, name: {zh: 答复, en: Reply}}
              due: {type: date, name: {zh: 期限, en: Due}, min: 0, max: 30}
            states:
              asked: {zh: 已提问, en: Asked, list: open, desk: office, worklist: to-dispatch}
              answered: {zh: 已答复, en: Answered, list: done, end: true}
            clocks:
              reply: {zh: 答复, en: Reply, limit: {easy: 1wd, hard: 5wd}}
            steps:
              ask:
                name: {zh: 提问, en: Ask}
                done: {zh: 已提问, en: Asked}
                from: []
                to: asked
                by: [anybody]
                needs: [title, kind]
                takes: [due]
                sets: [title, kind]
                starts: [reply]
                dues: {reply: due}
              answer:
                name: {zh: 答复, en: Answer}
                done: {zh: "已答复：{reply}", en: "Answered: {reply}"}
                from: [asked]
                to: answered
                by: [dispatcher]
                needs: [reply]
                stops: [reply]
                guards:
                  too-late:
                    must: "!overdue.reply && times.answer == 0"
                    zh: 已超期。
                    en: It is too late.
            """;

    private final ProgrammeReader reader = new ProgrammeReader();

    private List<Problem> problems(String text) {
        return reader.read("small.yaml", text).problems();
    }

    @Test
    void a_whole_definition_has_no_problem_and_becomes_a_programme() {
        ProgrammeReader.Reading reading = reader.read("small.yaml", SMALL);

        assertThat(reading.problems()).isEmpty();
        Programme programme = reading.programmes().versions().getFirst();
        assertThat(programme.steps().keySet()).containsExactly("ask", "answer");
        assertThat(programme.step("answer").orElseThrow().effects("answered").ending())
                .isTrue();
        assertThat(programme.clocks().values())
                .extracting(clock -> clock.limitFor("normal", "hard").toString())
                .containsExactly("5wd");
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            worklist: to-dispatch | worklist: to-dispach | unknown-word | to-dispatch
            from: [asked] | from: [askd] | unknown-state | asked
            to: answered | to: answerd | unknown-state | answered
            stops: [reply] | stops: [replay] | unknown-clock | reply
            needs: [reply] | needs: [repli] | unknown-field | reply
            by: [anybody] | by: [anibody] | unknown-word | anybody
            sets: [title, kind] | sets: [titel, kind] | unknown-property | title
            starts: [reply] | start: [reply] | unknown-key | starts
            list: open | list: opened | unknown-list | open
            {reply: due} | {reply: duo} | field-not-in-form | due
            times.answer | times.anser | unknown-step | answer
            overdue.reply | overdue.repl | unknown-clock | reply
            "Answered: {reply}" | "Answered: {repyl}" | unknown-placeholder | reply
            {easy: 1wd, | {esay: 1wd, | unknown-kind | easy
            """)
    void a_misspelt_name_is_found_with_the_right_one_suggested(
            String right, String wrong, String slug, String suggestion) {
        List<Problem> problems = problems(SMALL.replace(right, wrong));

        assertThat(problems).as(wrong).anySatisfy(p -> {
            assertThat(p.slug()).isEqualTo(slug);
            assertThat(p.suggestion()).isEqualTo(suggestion);
            assertThat(SMALL.replace(right, wrong).lines().toList().get(p.line() - 1))
                    .containsAnyOf(wrong.split("[:\\[\\]{} ]+"));
        });
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            1wd | 1day | not-a-limit
            2020-01-01 | 2020/1/1 | not-a-day
            en: Asked, list | list | missing-key
            to: answered | tone: likely | unreachable
            , end: true | | dead-end
            by: [dispatcher] | by: [raiser] | desk-cannot-act
            "!overdue.reply && times.answer == 0" | "!overdue.reply && " | not-a-condition
            "!overdue.reply && times.answer == 0" | "round + 1" | not-a-condition
            takes: [due] | takes: [due, title] | needed-and-taken
            , hard: 5wd | | kind-without-limit
            starts: [reply] | tone: plain | clock-never-started
            from: [] | from: [asked] | nothing-begins
            version: 1 | version: one | wrong-shape
            needs: [reply] | bulk: true | field-unused
            min: 0, max: 30 | min: 31, max: 30 | min-above-max
            , worklist: to-dispatch | | desk-without-worklist
            """)
    void a_definition_that_cannot_work_is_refused(String right, String wrong, String slug) {
        String broken = SMALL.replace(right, wrong == null ? "" : wrong);

        assertThat(broken).isNotEqualTo(SMALL);
        assertThat(problems(broken)).extracting(Problem::slug).contains(slug);
    }

    @Test
    void a_name_that_stands_twice_is_found_on_its_second_line() {
        List<Problem> problems = problems(SMALL.replace("  answered: {zh", "  asked: {zh"));

        assertThat(problems).extracting(Problem::slug).contains("duplicate-name");
        assertThat(problems.getFirst().line()).isEqualTo(15);
    }

    @Test
    void every_problem_reads_as_file_line_column_path_and_a_sentence() {
        Problem problem = problems(SMALL.replace("from: [asked]", "from: [askd]")).stream()
                .filter(p -> p.slug().equals("unknown-state"))
                .findFirst()
                .orElseThrow();

        assertThat(problem.line(Locale.ENGLISH))
                .isEqualTo(
                        "small.yaml:33:12: $.steps.answer.from[0]: There is no state \"askd\". Did you mean \"asked\"?");
        assertThat(problem.text(Locale.CHINESE)).isEqualTo("没有状态“askd”。 是不是要写“asked”？");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: [1, 2 | not-yaml
            a: &x [*x] | not-yaml
            hello | wrong-shape
            [] | wrong-shape
            """)
    void what_is_no_definition_at_all_is_refused_with_words(String text, String slug) {
        assertThat(problems(text)).extracting(Problem::slug).contains(slug);
    }
}
