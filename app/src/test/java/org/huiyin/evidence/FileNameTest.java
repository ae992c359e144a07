package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void folders_are_cut_off() {
        assertThat(FileName.clean("../../etc/passwd", FileType.TEXT)).isEqualTo("passwd.txt");
        assertThat(FileName.clean("C:\\照片\\路灯.jpg", FileType.JPEG)).isEqualTo("路灯.jpg");
        assertThat(FileName.clean("..", FileType.PDF)).isEqualTo("file.pdf");
        assertThat(FileName.clean("", FileType.PDF)).isEqualTo("file.pdf");
    }

    @Test
    void the_extension_is_that_of_the_content() {
        assertThat(FileName.clean("发票.exe", FileType.PDF)).isEqualTo("发票.pdf");
        assertThat(FileName.clean("报告.docx", FileType.DOCX)).isEqualTo("报告.docx");
        assertThat(FileName.clean("a.pdf.exe", FileType.PDF)).isEqualTo("a.pdf");
        assertThat(FileName.clean("表.csv", FileType.TEXT)).isEqualTo("表.txt");
    }

    @Test
    void unseen_characters_are_taken_out() {
        assertThat(FileName.clean("gpj.\u202Etxt\u0000\u200B.jpg", FileType.JPEG))
                .isEqualTo("gpj.txt.jpg");
        assertThat(FileName.clean("a\r\nSet-Cookie: b=1.jpg", FileType.JPEG)).isEqualTo("aSet-Cookie_ b=1.jpg");
        assertThat(FileName.clean("\uD800half.png", FileType.PNG)).isEqualTo("half.png");
    }

    @Test
    void characters_with_a_meaning_elsewhere_are_replaced() {
        assertThat(FileName.clean("<img onerror=x>.png", FileType.PNG)).isEqualTo("img onerror=x_.png");
        assertThat(FileName.clean("=1+1|cmd.txt", FileType.TEXT)).isEqualTo("1+1_cmd.txt");
        assertThat(FileName.clean("CON.pdf", FileType.PDF)).isEqualTo("file_CON.pdf");
    }

    @Test
    void long_names_are_shortened_between_characters() {
        String name = FileName.clean("😀".repeat(5000) + ".jpg", FileType.JPEG);

        assertThat(name).isEqualTo("😀".repeat(100) + ".jpg");
        assertThat(FileName.shown("长".repeat(1_000_000))).hasSize(40);
    }
}
