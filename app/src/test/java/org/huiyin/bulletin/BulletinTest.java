package org.huiyin.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.huiyin.frame.Page;
import org.huiyin.frame.Pages;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The month's bulletin as a page, a Word file and two files of a command. */
class BulletinTest {

    private static final String PUBLISHED = "assessment-month/2026-02";

    private final TestApp app = ToldCity.app();
    private final Visitor supervisor = Visitor.signedIn(app, "duban");

    @TempDir
    private Path folder;

    @Test
    void a_word_file_holds_text_tables_and_charts_that_word_draws_itself_and_says_what_the_page_says()
            throws Exception {
        String page = supervisor.get("/desk/bulletin?period=" + PUBLISHED).body();
        try (XWPFDocument word = word("?period=" + PUBLISHED)) {
            String text = text(word);

            assertThat(text).contains("关于2026年2月三张清单办理情况的通报", "一、总体情况", "八、下一步要求", "与", "发布的排名一致");
            assertThat(text).doesNotContain("{{", "}}", "草稿", "bulletin.");
            assertThat(word.getCharts()).hasSize(2);
            assertThat(word.getCharts().getFirst().getWorkbook().getSheetAt(0).getLastRowNum())
                    .isGreaterThan(3);
            assertThat(word.getTables()).hasSizeGreaterThan(1);
            for (XWPFParagraph paragraph : word.getParagraphs()) {
                if (paragraph.getText().length() > 20) {
                    assertThat(page).contains(paragraph.getText().replace("&", "&amp;"));
                }
            }
        }
    }

    @Test
    void it_praises_and_criticises_by_the_ranking_but_praises_nobody_whose_figures_raised_an_alarm() {
        assertThat(ranking(bulletin(ToldCity.MONTH))).contains("予以通报批评", "沙市区住房和城乡建设局得分靠前，但触发预警");
        Bulletin quarter = bulletin("2026-Q1");
        var praised = Pattern.compile("对([^。]*)予以通报表扬").matcher(ranking(quarter));
        int sentences = 0;
        for (; praised.find(); sentences++) {
            for (var alarmed : quarter.account().alarmed()) {
                assertThat(praised.group(1)).doesNotContain(name(alarmed.unit()) + "（");
            }
        }
        assertThat(sentences).as(ranking(quarter)).isPositive();
    }

    /** By rules under which even the few units of the small city are praised and criticised. */
    private Bulletin bulletin(String period) {
        Page page = app.bean(Pages.class).of(Actor.VISITOR, Locale.CHINESE);
        BulletinRules rules = new BulletinRules("three-lists", 2, 1, 2, 8, 5, 30, "5wd");
        Bulletins.Asked asked = new Bulletins.Asked("three-lists", period, "");
        return ((Bulletins.Answer.Written) app.bean(Bulletins.class).write(page, asked, rules)).bulletin();
    }

    private static String ranking(Bulletin bulletin) {
        return String.join("\n", bulletin.sections().get(2).paragraphs());
    }

    private String name(int unit) {
        return app.bean(Organisation.class).units().name(unit, Locale.CHINESE);
    }

    @Test
    void a_month_that_runs_says_so_and_is_a_draft() {
        String page =
                supervisor.get("/desk/bulletin?period=assessment-month/2026-04").body();

        assertThat(page).contains("本期尚未结束", "草稿");
    }

    @ParameterizedTest
    @CsvSource({
        "period=2099-01, 还没有开始",
        "period=2026-13, 不是考核周期",
        "period=days/2026-01-01_2026-01-09, 不是考核周期",
        "period=2019-05, 没有什么可以通报",
        "period=2026-02&kind=nobody, 没有",
        "period=2026-02&programme=nothing, 没有考核办法"
    })
    void what_cannot_be_reported_on_is_refused_in_words(String query, String words) {
        for (String form : List.of("", ".docx", ".xlsx")) {
            var answer = supervisor.get("/desk/bulletin" + form + "?" + query);

            assertThat(answer.statusCode()).as(query).isEqualTo(422);
            assertThat(answer.body()).as(query).contains(words);
        }
    }

    @Test
    void the_button_stands_where_the_ranking_is_published_and_for_those_who_publish_it() {
        String link = "href=\"/desk/bulletin?programme=three-lists&amp;period=assessment-month%2F2026-02\"";

        assertThat(supervisor.get("/desk/assessment?period=" + PUBLISHED).body())
                .contains(link);
        for (String login : List.of("chengguan-head", "leader")) {
            Visitor other = Visitor.signedIn(app, login);
            assertThat(other.get("/desk/assessment?period=" + PUBLISHED).body()).doesNotContain("/desk/bulletin");
            assertThat(other.get("/desk/bulletin?period=" + PUBLISHED).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_command_writes_both_files_in_either_language_and_never_over_one_that_is_there() throws IOException {
        BulletinFiles files = app.bean(BulletinFiles.class);
        var english = new BulletinFiles.Request("three-lists", "2026-02", "", folder, Locale.ENGLISH);

        BulletinFiles.Written written = files.write(english);

        assertThat(written.draft()).isFalse();
        assertThat(written.files()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        try (XWPFDocument word =
                new XWPFDocument(Files.newInputStream(written.files().getFirst()))) {
            assertThat(text(word)).contains("1. The whole", "bulletin for February 2026");
        }
        assertThatThrownBy(() -> files.write(english)).hasMessageContaining("is there already");
        var ahead = new BulletinFiles.Request("three-lists", "2099-01", "", folder, Locale.CHINESE);
        assertThatThrownBy(() -> files.write(ahead)).hasMessageContaining("lies ahead");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void the_office_may_write_its_own_template() throws IOException {
        Path own = folder.resolve("own.docx");
        try (XWPFDocument template = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            template.createParagraph().createRun().setText("荆督办〔2026〕 号 {{title}}");
            template.write(out);
            Files.write(own, out.toByteArray());
        }
        var bulletins = app.bean(Bulletins.class);
        var page = app.bean(Pages.class).of(Actor.VISITOR, Locale.CHINESE);
        var answer = bulletins.write(page, new Bulletins.Asked("three-lists", "2026-02", ""));

        byte[] made = new BulletinPaper(own.toString()).of(page, ((Bulletins.Answer.Written) answer).bulletin());

        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(made))) {
            assertThat(text(word)).contains("荆督办〔2026〕 号 关于2026年2月");
        }
        assertThatThrownBy(() -> new BulletinPaper(folder.resolve("none.docx").toString()))
                .hasMessageContaining("huiyin.bulletin.paper");
    }

    private XWPFDocument word(String query) throws IOException {
        var answer = supervisor.bytes("/desk/bulletin.docx" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new XWPFDocument(new ByteArrayInputStream(answer.body()));
    }

    private static String text(XWPFDocument word) {
        return word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
    }
}
