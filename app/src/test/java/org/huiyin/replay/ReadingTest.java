package org.huiyin.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.huiyin.programme.Programme;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.replay.Life.Planned;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private final Reading baltimore = Reading.of(RecordKind.BALTIMORE_311, Tables.own("baltimore.csv"));
    private final Reading teddy = Reading.of(RecordKind.TEDDY_REPLIED, Tables.own("teddy.csv"));

    @Test
    void a_malformed_row_is_listed_with_line_column_and_reason_and_the_rest_is_read() {
        assertThat(baltimore.malformed())
                .extracting(Malformed::toString)
                .containsExactly(
                        "line 10, column CreatedDate: not a time like 04/12/2018 11:11:26 AM: “02/30/2018 09:00:00 AM”",
                        "line 11, column CloseDate: closed before it was created",
                        "line 12: 3 columns instead of 16",
                        "line 13, column SRRecordID: T-01 stands on line 2 already",
                        "line 14, column Latitude: not degrees between -90 and 90: “139.31”",
                        "line 19, column CloseDate: is empty");
        assertThat(baltimore.records()).isEqualTo(12);
    }

    @Test
    void messages_are_read_with_their_own_mistakes() {
        assertThat(teddy.malformed())
                .extracting(Malformed::line, Malformed::column)
                .containsExactly(tuple(7L, "答复时间"), tuple(8L, "答复时间"), tuple(9L, "留言时间"));
    }

    @Test
    void a_closed_request_is_raised_dispatched_signed_answered_and_closed_at_its_own_times() {
        var life = life(baltimore, "T-01");

        assertThat(life.steps())
                .extracting(Planned::step)
                .containsExactly("raise", "dispatch", "sign", "answer", "close");
        assertThat(life.steps().getFirst().at()).isEqualTo(Instant.parse("2018-03-05T14:00:00Z"));
        assertThat(step(life, "answer").at()).isEqualTo(Instant.parse("2018-03-06T15:00:00Z"));
        assertThat(step(life, "close").at()).isEqualTo(Instant.parse("2018-03-06T15:00:05Z"));
        assertThat(step(life, "dispatch").fields()).containsEntry("recorded-due", "2018-03-12T13:00:00Z");
    }

    @Test
    void what_is_open_stays_open() {
        assertThat(steps("T-03")).containsExactly("raise", "dispatch", "sign");
        assertThat(steps("T-04")).containsExactly("raise", "dispatch");
        assertThat(steps("T-16")).containsExactly("raise", "dispatch", "sign", "note");
    }

    @Test
    void a_duplicate_joins_an_earlier_open_request_of_the_same_type_and_address() {
        assertThat(life(baltimore, "T-05").twin()).isEqualTo("T-03");
        assertThat(steps("T-05")).containsExactly("raise", "dispatch", "merge");
        assertThat(life(baltimore, "T-15").twin()).isEqualTo("T-14");
        assertThat(steps("T-15")).containsExactly("raise", "dispatch", "merge", "close");
    }

    @Test
    void a_duplicate_whose_twin_is_not_in_the_file_is_answered_so() {
        assertThat(life(baltimore, "T-06").twin()).isNull();
        assertThat(steps("T-06")).containsExactly("raise", "dispatch", "sign", "answer", "close");
        assertThat(String.valueOf(
                        step(life(baltimore, "T-06"), "answer").fields().get("answer")))
                .contains("not in the file");
    }

    @Test
    void a_transferred_request_is_transferred() {
        assertThat(steps("T-07")).containsExactly("raise", "dispatch", "transfer");
    }

    @Test
    void a_time_that_spring_skips_is_read_an_hour_later() {
        assertThat(life(baltimore, "T-04").span().due()).isEqualTo(Instant.parse("2018-03-11T07:30:00Z"));
    }

    @Test
    void an_hour_that_comes_twice_is_read_so_that_nothing_ends_before_it_begins() {
        var span = life(baltimore, "T-13").span();

        assertThat(span.raised()).isEqualTo(Instant.parse("2018-11-04T05:50:00Z"));
        assertThat(span.done()).isEqualTo(Instant.parse("2018-11-04T06:10:00Z"));
    }

    @Test
    void whole_degrees_are_no_position() {
        assertThat(step(life(baltimore, "T-01"), "raise").fields()).containsEntry("position", "39.31,-76.61");
        assertThat(step(life(baltimore, "T-02"), "raise").fields()).doesNotContainKey("position");
    }

    @Test
    void a_quoted_cell_may_hold_quotes_and_line_ends() {
        assertThat(step(life(baltimore, "T-07"), "raise").fields()).containsEntry("where", "7 \"Q\" ST REAR");
    }

    @Test
    void the_file_alone_says_how_many_were_on_time() {
        // on time: T-01, T-05, T-07, T-15; late: T-02, T-06, T-13, T-14
        assertThat(baltimore.onTime()).isEqualTo(new Rate(4, 8));
    }

    @Test
    void a_reply_is_judged_by_the_limits_of_the_programme() {
        // 1 question: due on 8 October, the first working day after the holidays; 2 complaint: ten working days; 7
        // request: five
        assertThat(life(teddy, "1").span().due()).isEqualTo(Instant.parse("2019-10-08T09:30:00Z"));
        assertThat(teddy.onTime()).isEqualTo(new Rate(2, 3));
    }

    @Test
    void a_message_goes_to_the_unit_its_reply_names_else_to_those_at_the_place() {
        assertThat(life(teddy, "1").lead().name().zh()).isEqualTo("A3区教育局");
        assertThat(life(teddy, "2").lead().name().zh()).isEqualTo("B市有关单位");
        assertThat(life(teddy, "3").lead().name().zh()).isEqualTo("西地省有关单位");
        assertThat(life(teddy, "7").lead().name().zh()).isEqualTo("A7县交通运输局");
    }

    @Test
    void a_reply_too_short_for_an_answer_is_quoted_and_a_bare_date_means_the_end_of_its_day() {
        var answer = step(life(teddy, "2"), "answer");

        assertThat(answer.fields()).containsEntry("answer", "答复原文：已收悉");
        assertThat(answer.at()).isEqualTo(Instant.parse("2018-06-01T15:59:59Z"));
    }

    @Test
    void every_category_given_is_one_of_the_programmes() {
        var known = ProgrammeReader.packaged().versions().stream()
                .filter(programme -> programme.name().equals("three-lists"))
                .map(Programme::categories)
                .findFirst()
                .orElseThrow()
                .keySet();

        assertThat(List.of(
                        "SW-HGW",
                        "HLTH-Animal Dead",
                        "HLTH-EV Odor",
                        "HLTH-Food Facility Complaint",
                        "TRS-Parking Complaint",
                        "FOR-Down Tree",
                        "HCD-Vacant Building",
                        "WW-Sewer Overflow",
                        "WW-Water Leak (Exterior)",
                        "TRT-Sign",
                        "FIR-Fire",
                        "FCPF-Payments",
                        "BCLB-Liquor",
                        "MOHS-Homeless Outreach",
                        "ECC-Escalation"))
                .extracting(BaltimoreTypes::category)
                .doesNotHaveDuplicates()
                .allSatisfy(category -> assertThat(known).contains(category));
    }

    private List<String> steps(String record) {
        return life(baltimore, record).steps().stream().map(Planned::step).toList();
    }

    private static Life life(Reading reading, String record) {
        return reading.lives().stream()
                .filter(life -> life.id().equals(record))
                .findFirst()
                .orElseThrow();
    }

    private static Planned step(Life life, String name) {
        return life.steps().stream()
                .filter(step -> step.step().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
