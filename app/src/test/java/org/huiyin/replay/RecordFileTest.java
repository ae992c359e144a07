package org.huiyin.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {

    private static final String HEADING = "留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间\n";
    private static final String MESSAGE = "1,U1,请求修路,2018/5/3 10:20:30,村口的路坏了。,,\n";

    @TempDir
    Path directory;

    @Test
    void a_packed_file_reads_like_a_plain_one() throws IOException {
        Path file = directory.resolve("a.csv.gz");
        Files.write(file, packed("\uFEFF" + HEADING + MESSAGE));

        assertThat(read(file).records()).isEqualTo(1);
    }

    @Test
    void a_missing_file_is_named() {
        assertRefused(directory.resolve("none.csv"), "There is no file");
    }

    @Test
    void a_directory_is_no_table() {
        assertRefused(directory, "is not a file");
    }

    @Test
    void what_is_only_named_gzip_is_refused() throws IOException {
        assertRefused(Tables.written(directory, "a.csv.gz", HEADING + MESSAGE, UTF_8), "is named .gz but is not gzip");
    }

    @Test
    void a_packed_file_that_breaks_off_is_refused_whole() throws IOException {
        byte[] whole = packed(HEADING + MESSAGE.repeat(5000));
        Path file = directory.resolve("a.csv.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertRefused(file, "breaks off");
    }

    @Test
    void other_encodings_are_refused() throws IOException {
        assertRefused(
                Tables.written(directory, "a.csv", HEADING + MESSAGE, Charset.forName("GB18030")), "is not UTF-8 text");
    }

    @Test
    void another_table_is_refused_with_the_columns_it_lacks() throws IOException {
        assertRefused(
                Tables.written(directory, "a.csv", "留言编号,留言主题\n1,2\n", UTF_8),
                "is not a teddy-replied table; missing columns: 留言用户, 留言时间, 留言详情, 答复意见, 答复时间.");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        assertRefused(Tables.written(directory, "a.csv", "", UTF_8), "missing columns");
    }

    @Test
    void a_quotation_mark_that_is_not_closed_costs_its_own_row_only() throws IOException {
        Path file = Tables.written(
                directory,
                "a.csv",
                HEADING
                        + MESSAGE
                        + "2,U2,\"请求修路,2018/5/3 10:20:30,坏了。,,\n"
                        + "3,U3,\"请求\"\"修路\"\"\",2018/5/3 10:20:30,\"坏了。\n真的。\",,\n"
                        + "4,U4,请\"求修路,2018/5/3 10:20:30,坏了。,,\n"
                        + "\n"
                        + MESSAGE.replace("1,U1", "5,U5"),
                UTF_8);

        var reading = read(file);

        assertThat(reading.lives()).extracting(Life::id).containsExactly("1", "3", "5");
        assertThat(reading.lives()).extracting(Life::line).containsExactly(2L, 4L, 8L);
        assertThat(reading.malformed()).extracting(Malformed::line).containsExactly(3L, 6L);
    }

    private static void assertRefused(Path file, String words) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(CannotReplay.class).hasMessageContaining(words);
    }

    private static Reading read(Path file) {
        return Reading.of(RecordKind.TEDDY_REPLIED, file);
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
