package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class OfficePapersTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor handler = Visitor.signedIn(app, "chengguan");

    @Test
    void an_order_says_what_is_to_be_done_by_when_and_not_who_complained() throws IOException {
        String number = handling.raise("纸面甲 {{issuer}} <b>路灯</b>").number();
        assertThat(handler.get("/desk/matters/" + number + "/papers/order").statusCode())
                .isEqualTo(404);
        handling.dispatch(number);

        String page = handler.get("/desk/matters/" + number + "/papers/order").body();
        String word = text(
                handler.bytes("/desk/matters/" + number + "/papers/order/word").body());

        assertThat(page)
                .contains("交办单", number, "市城市管理", "求助", "白云路口东50米", "2026年3月10日 17:30")
                .doesNotContain("<b>路灯");
        assertThat(word)
                .contains("交办单", number, "纸面甲 {{issuer}} <b>路灯</b>", "求助")
                .doesNotContain("{{title}}", "[name]", "{{?paragraphs}}");
        assertThat(Visitor.signedIn(app, "t421002001.d")
                        .get("/desk/matters/" + number + "/papers/order")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_answer_letter_has_the_answer_once_there_is_one() throws IOException {
        String number = handling.raise("纸面乙").number();
        handling.answer(number);

        assertThat(handler.get("/desk/matters/" + number).body()).contains("papers/answer", "papers/order");
        assertThat(text(handler.bytes("/desk/matters/" + number + "/papers/answer/word")
                        .body()))
                .contains("答复函", "您好：\n您2026年3月3日反映的“纸面乙”", "路灯线路已更换", number, "项目")
                .doesNotContain("{{");
    }

    @Test
    void an_answer_letter_in_english_has_no_chinese_but_what_people_wrote() throws IOException {
        String number = handling.raise("paper D").number();
        handling.answer(number);

        String letter = text(handler.bytes("/desk/matters/" + number + "/papers/answer/word?lang=en")
                .body());

        assertThat(letter)
                .contains(
                        "Dear Sir or Madam,\nYou raised “paper D” on 3 March 2026.", "Item\tContent", "Outcome\tSolved")
                .doesNotContain("项目", "内容", "{{");
        assertThat(letter.indexOf("Outcome")).isLessThan(letter.indexOf("City Urban Management Bureau"));
    }

    @Test
    void the_receipt_is_a_word_file_too() throws IOException {
        Visitor visitor = Visitor.to(app);
        var answer = visitor.post(
                "/raise",
                "/raise",
                Map.of("title", "纸面丙", "description", "一件小事", "place", Handling.PLACE, "key", "paper-receipt-1"));
        String receipt = Visitor.location(answer);

        assertThat(text(visitor.bytes(receipt + "/word").body())).contains("回执", "纸面丙", "查询码");
        assertThat(Visitor.to(app).get(receipt + "/word").statusCode()).isEqualTo(303);
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText().lines().collect(Collectors.joining("\n"));
        }
    }
}
