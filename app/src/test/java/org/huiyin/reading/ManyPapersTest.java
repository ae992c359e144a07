package org.huiyin.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heads, by-lines, dates and figures as papers and offices other than the first two write them. */
class ManyPapersTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 20);
    private static final Reading READING = new Reading(Rules.shipped(), CityNames.of("jingzhou"));

    private static final String TEXT = "11月18日，市民李芳走进城东社区的便民驿站，给手机充电，接了一杯热水，在窗边歇了一会儿，说这里很方便。\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "晚报讯（记者 卢一鸣）| 卢一鸣",
                "本报讯 （记者 许文 通讯员 白露）| 许文 白露",
                "本报讯（记者 王 芳 李 明）| 王芳 李明",
                "本报讯 记者陈立、赵小云报道 | 陈立 赵小云",
                "据新华社北京11月18日电（记者沈清、马原）| 沈清 马原",
                "本报讯（澜州日报全媒体记者 郝思远）| 郝思远",
            })
    void message_heads_name_their_writers(String head, String names) {
        assertThat(names("便民驿站暖人心\n" + head + TEXT)).containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "■ 晚报记者 陶然 文/图 | 陶然",
                "东陵融媒记者 祝颂 | 祝颂",
                "图/文 赵小满 | 赵小满",
                "□ 驻高新区记者 石榴 通讯员 阮 晴 | 石榴 阮晴",
                "本报记者 吕思远 通讯员 郭敏 | 吕思远 郭敏",
                "记者：章晓 | 章晓",
            })
    void lines_of_their_own_name_writers(String line, String names) {
        assertThat(names("便民驿站暖人心\n\n" + line + "\n" + TEXT)).containsExactly(names.split(" "));
    }

    @Test
    void a_unit_in_brackets_is_nobody() {
        assertThat(names("便民驿站暖人心\n" + TEXT.strip() + "（市政务局）\n")).isEmpty();
    }

    private static List<String> names(String text) {
        return READING.articles(text, DAY).getFirst().bylines().stream()
                .flatMap(by -> by.names().stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "春节前, 2026-02-17",
        "明年“五一”前, 2026-05-01",
        "3月底前, 2026-03-31",
        "十二月底前, 2025-12-31",
        "下月投产, 2025-12-31",
        "2027年建成通车, 2027-12-31",
        "五月末, 2026-05-31",
    })
    void dates_are_counted_as_people_say_them(String said, String day) {
        Days days = new Days(DAY, Rules.shipped().feasts());

        assertThat(days.dues(said)).first().extracting(Days.Due::day).hasToString(day);
    }

    @Test
    void a_month_count_is_no_feast() {
        assertThat(new Days(DAY, Rules.shipped().feasts()).dues("今年前4个月")).isEmpty();
    }

    @Test
    void a_day_to_come_with_what_will_be_done_is_a_promise() {
        assertThat(promises("大桥由市交投集团承建，2026年6月建成通车。")).containsExactly("2026-06-30");
        assertThat(promises("市水务局答复，12月10日前向社会公布结果。")).containsExactly("2025-12-10");
        assertThat(promises("活动于2026年6月1日开幕，现场很热闹。")).isEmpty();
    }

    private static List<String> promises(String text) {
        return READING.articles("本报讯 " + text + "\n", DAY).getFirst().found().promises().stream()
                .map(Article.Promise::due)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "今年前8个月，全市新增车位5200个。| 5200 个",
                "农业增加值12亿元，比一季度回落4.8个百分点。| 1200000000 CNY",
                "新能源、新材料产业增加值分别增长29.7%、24.1%。| 29.7 %;24.1 %",
                "实现产值6亿元和7亿元，增长36.9%和12.3%。| 600000000 CNY;700000000 CNY",
                "分别拉动增长0.7个、5.1个、6.5个百分点，共计12家企业。| 12 家",
                "受理事项由原来的126项增加到385项。| 385 项",
                "增速居全省第11位，比一季度前移3位，企业达到20家。| 20 家",
                "办理时间由5.2个工作日压缩至1.6个工作日，办件30件。| 30 件",
                "70多万群众受益，改造11.62万㎡。| 700000 人;116200 m2",
            })
    void what_is_a_figure(String text, String figures) {
        assertThat(READING.articles("本报讯 " + text + "\n", DAY)
                        .getFirst()
                        .found()
                        .figures())
                .extracting(figure -> figure.amount() + " " + figure.unit())
                .containsExactly(figures.split(";"));
    }

    @Test
    void a_photograph_between_two_parts_of_an_article_is_one_of_its_own() {
        String page = """
                路灯亮了
                本报讯（记者 卢一鸣）昨日，城东路的路灯亮了，

                沿线居民十分高兴，市城管局的工作人员在
                现场检查了每一盏灯的情况。

                图为工人在检修路灯。
                （本报记者 简宁 摄）

                沿线的居民说，从前夜里看不清路，如今出门
                散步心里踏实多了。
                """;

        List<Article> articles = READING.articles(page, DAY);

        assertThat(articles).extracting(Article::kind).containsExactly(Article.Kind.TEXT, Article.Kind.PHOTO);
        assertThat(articles.getFirst().paragraphs().getLast().text()).endsWith("踏实多了。");
    }

    @Test
    void what_a_meeting_asks_is_told_unit_by_unit() {
        String minutes = "沙市区人民政府专题会议纪要\n"
                + "2025年11月8日，区长主持召开会议。会议要求，市教育局要牵头，市公安局配合，12月底前完成校园周边整治。"
                + "会议强调，市住房和城乡建设局要加快推进老旧小区改造，确保年底前完工。\n"
                + "会议议定，由市交通运输局牵头，明年6月30日前完成农村公路养护方案，到2027年建成300个完整社区。\n";
        Article.Found found = READING.articles(minutes, DAY).getFirst().found();

        assertThat(found.tasks())
                .extracting(Article.Task::lead, Article.Task::title)
                .containsExactly(
                        tuple("市教育局", "12月底前完成校园周边整治"),
                        tuple("市住房和城乡建设局", "加快推进老旧小区改造"),
                        tuple("市交通运输局", "明年6月30日前完成农村公路养护方案"));
        assertThat(found.tasks().getFirst().with()).containsExactly("市公安局");
        assertThat(found.promises()).extracting(Article.Promise::who).doesNotContain("会议要求", "会议强调", "会议议定");
        assertThat(found.units()).extracting(Article.Named::name).doesNotContain("个完整社区");
    }
}
