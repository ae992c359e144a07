package org.huiyin.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What comes in that is no plain table: each is told by what it is, or read as what it means. */
class BadTablesTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void macros_passwords_old_files_and_other_files_are_told_apart() throws Exception {
        byte[] good = Desktop.xlsx(List.of(List.of("名称"), List.of("甲")));

        assertRefused(with(good, "xl/vbaProject.bin", new byte[100]), "macros");
        assertRefused(locked(good), "encrypted");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}, "old");
        assertRefused(java.util.Arrays.copyOf(good, good.length / 2), "damaged");
        assertRefused(zip("word/document.xml", "<w/>"), "other");
        assertRefused(new byte[0], "empty");
    }

    @Test
    void entities_and_bombs_are_refused_before_they_unfold() throws IOException {
        byte[] good = Desktop.xlsx(List.of(List.of("名称"), List.of("甲")));
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>";
        String outside = bomb.replaceFirst("<!ENTITY a .*?>", "<!ENTITY a SYSTEM \"file:///etc/passwd\">");

        assertRefused(with(good, "xl/worksheets/sheet1.xml", bomb.getBytes(StandardCharsets.UTF_8)), "entities");
        assertRefused(with(good, "xl/worksheets/sheet1.xml", outside.getBytes(StandardCharsets.UTF_8)), "entities");
        assertRefused(with(good, "xl/media/x.bin", new byte[400 << 20]), "unpacks-too-large");
    }

    @Test
    void a_cell_that_claims_to_stand_far_away_costs_nothing() throws IOException {
        byte[] good = Desktop.xlsx(List.of(List.of("名称"), List.of("甲")));
        String far = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"%s1\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>";

        assertRefused(
                with(good, "xl/worksheets/sheet1.xml", far.formatted("ZZZZZZZ").getBytes(StandardCharsets.UTF_8)),
                "damaged");
        assertThat(read(with(
                        good, "xl/worksheets/sheet1.xml", far.formatted("XFD").getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void a_million_blank_rows_are_passed_over() throws IOException {
        byte[] good = Desktop.xlsx(List.of(List.of("名称"), List.of("甲")));
        StringBuilder rows = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c></row>");
        for (int row = 2; row <= 1_000_000; row++) {
            rows.append("<row r=\"").append(row).append("\"/>");
        }
        rows.append(
                "<row r=\"1000001\"><c r=\"A1000001\" t=\"inlineStr\"><is><t>尾</t></is></c></row></sheetData></worksheet>");

        List<RawRow> read =
                read(with(good, "xl/worksheets/sheet1.xml", rows.toString().getBytes(StandardCharsets.UTF_8)));

        assertThat(read).extracting(RawRow::line).containsExactly(1L, 1_000_001L);
    }

    @Test
    void two_tables_are_one_too_many_but_a_sheet_of_remarks_is_none() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("一月").createRow(0).createCell(0).setCellValue("名称");
            book.createSheet("说明").createRow(0).createCell(0).setCellValue("这是说明");
            book.createSheet("空");
            assertThat(read(Desktop.written(book))).hasSize(1);

            book.createSheet("二月").createRow(0).createCell(0).setCellValue("名称");
            assertRefused(Desktop.written(book), "several-sheets");
        }
    }

    @Test
    void formulas_dates_hidden_rows_and_merged_cells_are_seen_for_what_they_are() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet("表");
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            var row = sheet.createRow(0);
            row.createCell(0).setCellFormula("1+1");
            var date = row.createCell(1);
            date.setCellValue(java.time.LocalDateTime.of(2026, 10, 12, 17, 30));
            date.setCellStyle(day);
            row.createCell(2).setCellValue(46307);
            row.createCell(3).setCellValue(true);
            sheet.createRow(1).createCell(0).setCellValue("藏");
            sheet.getRow(1).setZeroHeight(true);
            sheet.createRow(2).createCell(0).setCellValue("并");
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 1));
            byte[] bytes = Desktop.written(book);

            List<RawRow> rows = read(bytes);

            assertThat(rows.getFirst().cell(0)).isInstanceOf(RawCell.Reckoned.class);
            assertThat(rows.getFirst().cell(1).shown()).isEqualTo("2026-10-12 17:30");
            assertThat(rows.getFirst().cell(2)).isInstanceOf(RawCell.Amount.class);
            assertThat(rows.getFirst().cell(3)).isEqualTo(new RawCell.Truth(true));
            assertThat(rows.get(1).hidden()).isTrue();
            assertThat(merged(bytes)).containsExactly("A3:B4");
        }
    }

    @Test
    void csv_is_read_in_every_encoding_offices_write() throws IOException {
        String table = "名称,电话\r\n路灯不亮,13800000000\r\n";

        for (byte[] bytes : List.of(
                table.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8),
                table.getBytes(GB18030),
                ("\uFEFF" + table.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16BE),
                table.replace(',', ';').getBytes(StandardCharsets.UTF_8))) {
            assertThat(read(bytes)).hasSize(2);
            assertThat(read(bytes).get(1).cell(0).shown()).isEqualTo("路灯不亮");
            assertThat(read(bytes).get(1).cell(1).shown()).isEqualTo("13800000000");
        }
    }

    @Test
    void mixed_encodings_nul_and_open_quotes_are_refused_with_their_line() throws IOException {
        var mixed = new ByteArrayOutputStream();
        mixed.write("名称\r\n路灯不亮的问题\r\n".getBytes(StandardCharsets.UTF_8));
        mixed.write("井盖松动的问题\r\n".getBytes(GB18030));

        assertThatThrownBy(() -> read(mixed.toByteArray())).isInstanceOfSatisfying(Unreadable.class, why -> {
            assertThat(why.key()).endsWith("mixed-encodings");
            assertThat(why.arguments()).containsExactly(1L, 3L);
        });
        assertRefused("名称\r\na\0b\r\n".getBytes(StandardCharsets.UTF_8), "nul");
        assertRefused("名称\r\n\"没有关上\r\n".getBytes(StandardCharsets.UTF_8), "quotes");
        assertRefused(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, '\n'}, "no-encoding");
    }

    @Test
    void what_was_neutralised_comes_back_as_it_was() throws IOException {
        List<String> texts = List.of("=1+1", "+86", "-1", "@x", "'quoted", "''twice", "\ttab", "＝全角", "0716", "plain");
        var out = new ByteArrayOutputStream();
        try (CsvFile file = new CsvFile(out, List.of(new TableFile.Heading("名称", Column.Kind.TEXT)))) {
            for (String text : texts) {
                file.row(List.of(text));
            }
            file.end(List.of());
        }

        assertThat(read(out.toByteArray()).stream()
                        .skip(1)
                        .map(row -> row.cell(0).shown()))
                .containsExactlyElementsOf(texts);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("'=1+1", "'''twice");
    }

    @Test
    void days_are_understood_as_people_write_them() {
        for (String day : List.of("2026-10-12", "2026/10/12", "2026年10月12日", "2026.10.12", "20261012")) {
            assertThat(Given.read(day)).as(day).isEqualTo(java.time.LocalDateTime.of(2026, 10, 12, 0, 0));
        }
        assertThat(Given.read("2026/10/12 17:30:00")).isEqualTo(java.time.LocalDateTime.of(2026, 10, 12, 17, 30));
        assertThat(Given.read("10月12日")).isNull();
        assertThat(Given.read("2026-02-30")).isNull();
        assertThat(Given.read("2026-10-12 后")).isNull();
    }

    private static void assertRefused(byte[] bytes, String slug) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        Unreadable.class, why -> assertThat(why.key()).isEqualTo("sheet.unreadable." + slug));
    }

    private static List<RawRow> read(byte[] bytes) throws IOException {
        return with(bytes, source -> {
            List<RawRow> rows = new ArrayList<>();
            source.read(rows::add);
            return rows;
        });
    }

    private static List<String> merged(byte[] bytes) throws IOException {
        return with(bytes, source -> {
            source.read(row -> {});
            return source.merged();
        });
    }

    private interface Use<T> {
        T of(TableSource source) throws IOException;
    }

    private static <T> T with(byte[] bytes, Use<T> use) throws IOException {
        Path file = Files.createTempFile("huiyin", ".table");
        try {
            Files.write(file, bytes);
            TableSource source = Imports.open(file);
            try {
                return use.of(source);
            } finally {
                if (source instanceof XlsxSource book) {
                    book.close();
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The same file with one entry more, or with another content for one it has. */
    private static byte[] with(byte[] zip, String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    copy.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(copy);
                }
            }
            copy.putNextEntry(new ZipEntry(name));
            copy.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] locked(byte[] xlsx) {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (var out = encryptor.getDataStream(container)) {
                out.write(xlsx);
            }
            var locked = new ByteArrayOutputStream();
            container.writeFilesystem(locked);
            return locked.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
