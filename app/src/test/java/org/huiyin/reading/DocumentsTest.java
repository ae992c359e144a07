package org.huiyin.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.huiyin.reading.Opened.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files as people hand them in, good and bad. */
class DocumentsTest {

    private static final String TEXT = "本报讯 近日，全市重点项目建设推进会召开，部署下一步工作。\n";

    @Test
    void plain_text_is_known_in_every_usual_encoding() {
        for (String charset : new String[] {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"}) {
            assertThat(Documents.open(TEXT.getBytes(Charset.forName(charset))))
                    .as(charset)
                    .isInstanceOfSatisfying(
                            Opened.Readable.class,
                            read -> assertThat(read.text()).isEqualTo(TEXT));
        }
    }

    @Test
    void a_word_file_gives_its_paragraphs() throws IOException {
        assertThat(Documents.open(
                        word("<w:p><w:r><w:t>会议纪要和决定</w:t></w:r></w:p><w:p><w:r><w:t>会议要求加快建设。</w:t></w:r></w:p>")))
                .isInstanceOfSatisfying(
                        Opened.Readable.class, read -> assertThat(read.text()).isEqualTo("会议纪要和决定\n会议要求加快建设。\n"));
    }

    @Test
    void a_pdf_gives_its_text_layer() {
        assertThat(Documents.open(pdf("近日全市重点项目建设推进会召开")))
                .isInstanceOfSatisfying(
                        Opened.Readable.class, read -> assertThat(read.text()).contains("近日全市重点项目建设推进会召开"));
    }

    @Test
    void what_cannot_be_read_is_refused_with_its_reason() throws IOException {
        assertThat(Documents.open(new byte[0])).isEqualTo(refused(Why.EMPTY));
        assertThat(Documents.open(" \n \n".getBytes(StandardCharsets.UTF_8))).isEqualTo(refused(Why.EMPTY));
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        assertThat(Documents.open(noise)).isEqualTo(refused(Why.BINARY));
        assertThat(Documents.open("The quick brown fox jumps over the lazy dog.".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(refused(Why.OTHER_LANGUAGE));
        assertThat(Documents.open("きのう、まちのひろばで、あたらしいとしょかんがひらかれました。".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(refused(Why.OTHER_LANGUAGE));
        assertThat(Documents.open("%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(refused(Why.BROKEN));
        assertThat(Documents.open("要".repeat(Documents.MOST_SIGNS + 1).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(refused(Why.TOO_MUCH_TEXT));
        assertThat(Documents.open(word("<w:p><w:r><w:t>" + "长".repeat(500_000) + "</w:t></w:r></w:p>")))
                .isEqualTo(refused(Why.TOO_MUCH_TEXT));
    }

    @Test
    void a_locked_pdf_and_one_of_two_thousand_pages_are_refused() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "reader", new AccessPermission());
            document.protect(policy);
            assertThat(Documents.open(saved(document))).isEqualTo(refused(Why.ENCRYPTED));
        }
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 2000; i++) {
                document.addPage(new PDPage());
            }
            assertThat(Documents.open(saved(document))).isEqualTo(refused(Why.TOO_MANY_PAGES));
        }
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            assertThat(Documents.open(saved(document))).isEqualTo(refused(Why.NO_TEXT));
        }
    }

    @Test
    void two_hundred_megabytes_are_refused_without_being_read(@TempDir Path folder) throws IOException {
        Path large = folder.resolve("large.txt");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }

        assertThat(Documents.open(large)).isEqualTo(refused(Why.TOO_LARGE));
    }

    @Test
    void an_archive_that_unpacks_to_gigabytes_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/media/image1.png"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }

        assertThat(Documents.open(bytes.toByteArray())).isEqualTo(refused(Why.TOO_LARGE));
    }

    @Test
    void marks_nobody_sees_do_not_hide_a_number() {
        String text = "本报讯 近日，全市完成投资1\u200b5\u200d4.4\ufeff亿元，同比增长5%，\u202e进展顺利。\n";

        Article article = new Reading(Rules.shipped(), Gazetteer.NONE)
                .articles(text, LocalDate.of(2022, 1, 1))
                .getFirst();

        assertThat(article.found().figures())
                .first()
                .satisfies(figure -> assertThat(figure.amount()).isEqualTo("15440000000"));
    }

    @Test
    @Timeout(60)
    void a_page_made_to_be_slow_is_read_all_the_same() {
        Reading reading = new Reading(Rules.shipped(), Gazetteer.NONE);
        String[] nasty = {
            "要".repeat(100_000),
            "（".repeat(20_000),
            "、市".repeat(50_000),
            "1".repeat(100_000),
            "市委书记".repeat(20_000),
            "1,111".repeat(20_000),
            ("会议" + "a，".repeat(30) + "强调\n\n").repeat(500),
            "\n字".repeat(50_000),
            "从1万".repeat(20_000)
        };

        for (String text : nasty) {
            assertThatCode(() -> reading.articles(text, LocalDate.of(2022, 1, 1)))
                    .as(text.substring(0, 12))
                    .doesNotThrowAnyException();
        }
    }

    private static Opened refused(Why why) {
        return new Opened.Refused(why);
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    static byte[] word(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + body + "</w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A page with one line in a font every reader has, written by hand. */
    private static byte[] pdf(String line) {
        StringBuilder hex = new StringBuilder();
        line.chars().forEach(sign -> hex.append(String.format("%04X", sign)));
        String content = "BT /F1 12 Tf 72 720 Td <" + hex + "> Tj ET";
        String file = "%PDF-1.4\n"
                + "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
                + "4 0 obj\n<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream\nendobj\n"
                + "5 0 obj\n<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>\nendobj\n"
                + "6 0 obj\n<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>\nendobj\n"
                + "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
        return file.getBytes(StandardCharsets.ISO_8859_1);
    }
}
