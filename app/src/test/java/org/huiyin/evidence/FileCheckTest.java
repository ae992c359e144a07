package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.huiyin.evidence.UploadRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {

    @TempDir
    private Path folder;

    private final FileCheck check = new FileCheck();

    @Test
    void the_content_says_what_a_file_is() throws Exception {
        assertThat(type(Samples.jpeg(9, 9), "a.exe")).isEqualTo(FileType.JPEG);
        assertThat(type(Samples.png(9, 9), "a.jpg")).isEqualTo(FileType.PNG);
        assertThat(type(Samples.pdf(), "a.png")).isEqualTo(FileType.PDF);
        assertThat(type(Samples.ooxml(Samples.WORD, Map.of()), "a.zip")).isEqualTo(FileType.DOCX);
        assertThat(type(Samples.ooxml(Samples.SHEET, Map.of()), "a.docx")).isEqualTo(FileType.XLSX);
        assertThat(type(openDocument(), "a")).isEqualTo(FileType.ODT);
        assertThat(type(Samples.oldOffice("Root Entry", "WordDocument"), "a")).isEqualTo(FileType.DOC);
        assertThat(type(Samples.oldOffice("Root Entry", "Workbook"), "a")).isEqualTo(FileType.XLS);
        assertThat(type(Samples.text("编号,金额\n1,=1+1\n"), "表.csv")).isEqualTo(FileType.TEXT);
        assertThat(type("路灯不亮".getBytes(Charset.forName("GB18030")), "a.txt")).isEqualTo(FileType.TEXT);
    }

    @Test
    void a_document_with_another_inside_is_what_its_name_says() throws Exception {
        byte[] both = Samples.oldOffice("Root Entry", "WordDocument", "Workbook");

        assertThat(type(both, "a.XLS")).isEqualTo(FileType.XLS);
        assertThat(type(both, "a.doc")).isEqualTo(FileType.DOC);
        assertThat(type(both, "a")).isEqualTo(FileType.DOC);
    }

    @Test
    void what_a_browser_or_a_machine_would_run_is_refused() throws Exception {
        assertThat(refusal(Samples.text("<!DOCTYPE html><html><script>1</script>"), "a.jpg"))
                .isEqualTo(Reason.TYPE_NOT_TAKEN);
        assertThat(refusal(Samples.text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>"), "a.png"))
                .isEqualTo(Reason.TYPE_NOT_TAKEN);
        assertThat(refusal(Samples.text("MZ\u0000\u0003\u0000 program"), "a.pdf"))
                .isEqualTo(Reason.TYPE_NOT_TAKEN);
        assertThat(refusal(Samples.text("#!/bin/sh\nrm -rf /\n"), "a.txt")).isEqualTo(Reason.TYPE_NOT_TAKEN);
        assertThat(refusal(Samples.zip("evil.exe", new byte[9], Map.of()), "a.docx"))
                .isEqualTo(Reason.TYPE_NOT_TAKEN);
        assertThat(refusal(Samples.oldOffice("Root Entry", "Property"), "a.msi"))
                .isEqualTo(Reason.TYPE_NOT_TAKEN);
    }

    @Test
    void pictures_nobody_here_can_open_are_named_as_such() throws Exception {
        byte[] webp = "RIFF\u0010\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(webp, "a.webp")).isEqualTo(Reason.PICTURE_FORMAT);
    }

    @Test
    void text_with_control_characters_or_of_no_known_writing_is_refused() throws Exception {
        assertThat(refusal(Samples.text("line\u0007bell"), "a.txt")).isEqualTo(Reason.TYPE_NOT_TAKEN);
        assertThat(refusal("caf\u00ff\u00ff".getBytes(StandardCharsets.ISO_8859_1), "a.txt"))
                .isEqualTo(Reason.TYPE_NOT_TAKEN);
    }

    @Test
    void macros_are_refused_in_every_kind_of_office_file() throws Exception {
        assertThat(refusal(Samples.ooxml(Samples.WORD, Map.of("word/vbaProject.bin", new byte[9])), "a.docx"))
                .isEqualTo(Reason.MACROS);
        assertThat(refusal(Samples.ooxml("application/vnd.ms-excel.sheet.macroEnabled.main+xml", Map.of()), "a.xlsx"))
                .isEqualTo(Reason.MACROS);
        assertThat(refusal(Samples.oldOffice("Workbook", "_VBA_PROJECT_CUR"), "a.xls"))
                .isEqualTo(Reason.MACROS);
    }

    @Test
    void a_zip_bomb_named_xlsx_is_refused() throws Exception {
        byte[] bomb = Samples.bomb();

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(refusal(bomb, "预算.xlsx")).isEqualTo(Reason.UNPACKS_TOO_LARGE);
    }

    @Test
    void a_zip_of_ten_thousand_entries_is_refused() throws Exception {
        Map<String, byte[]> entries = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            entries.put("xl/" + i, new byte[0]);
        }

        assertThat(refusal(Samples.ooxml(Samples.SHEET, entries), "a.xlsx")).isEqualTo(Reason.UNPACKS_TOO_LARGE);
    }

    @Test
    void cut_and_prefixed_containers_are_refused() throws Exception {
        byte[] sheet = Samples.ooxml(Samples.SHEET, Map.of("xl/a.xml", new byte[5000]));

        assertThat(refusal(Samples.firstPart(sheet, 0.7), "a.xlsx")).isEqualTo(Reason.DAMAGED);
        assertThat(refusal(Samples.joined(Samples.text("<html><body>"), sheet), "a.xlsx"))
                .isEqualTo(Reason.TYPE_NOT_TAKEN);
    }

    private static byte[] openDocument() {
        return Samples.zip("mimetype", Samples.text("application/vnd.oasis.opendocument.text"), Map.of());
    }

    private FileType type(byte[] content, String name) throws IOException, Unacceptable {
        return check.check(Files.write(folder.resolve("file"), content), name);
    }

    private Reason refusal(byte[] content, String name) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        return Objects.requireNonNull(
                        catchThrowableOfType(Unacceptable.class, () -> check.check(file, name)), "it was not refused")
                .reason();
    }
}
