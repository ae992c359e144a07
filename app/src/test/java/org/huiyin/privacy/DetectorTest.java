package org.huiyin.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {

    /** Far above what the slowest of these takes on a small machine, far below what a pattern that backtracks would. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    private static final int LONG = 350_000;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            MOBILE | 请打[138 1234 5678]
            MOBILE | 电话[+86-13812345678]
            LANDLINE | 热线[0716-8123456]转科室
            LANDLINE | 投诉电话[8123456]、[8123457]
            ID_CARD | 身份证[42100219900101123x]，
            ID_CARD | 身份证号[421002199001011230]是假的
            BANK_CARD | 打到[6222021234567890128]了
            PLATE | [鄂D12345]和新能源[鄂AD12345]、[鄂A12345F]
            EMAIL | 邮箱[zhang.san+1@qq.com]。
            ACCOUNT | QQ群：[123456789]，微信号[wx_abc123]
            ADDRESS | 我家在锦绣小区[3栋2单元501室]
            ADDRESS | [12栋1503]漏水，[四楼411号房间]
            ADDRESS | 家住园林路[37号]，
            ADDRESS | 家住药材市场[16栋1号]，
            ADDRESS | 花语书苑[2-204]的业主
            ADDRESS | 小区[43栋101户]的垃圾
            ADDRESS | 云田村宁居塘[230号]村民
            ADDRESS | 户籍由沙田镇沙田街[155号]转回
            ADDRESS | 地址：望春门县前街[23号]
            ADDRESS | [3栋102、103房]都漏水
            ADDRESS | 城正街[355号附3号]是私房
            ADDRESS | 反映[树新路54号]，户主违法建房
            ADDRESS | 一套在[樊西巷44号]，[樊西巷44号]房屋拆迁
            ADDRESS | 我家水管在[北幢501]，水渗到隔壁
            ADDRESS | 通讯处：蓝田双拥街[36号]梁艮收
            NAME | 犯罪嫌疑人[邓年坤]无视法律
            NAME | 我叫[李长永]，
            NAME | 村民[彭塞]说
            NAME | [陈昭英]、[姜兆荣]二人
            NAME | 法人代表：[欧阳忠]
            NAME | 我爸叫[文家善]，
            NAME | 股东[李静]、[粟胜利]、[曹刚]都没有露面
            NAME | 我叫[文月英]，女
            NAME | 党委书记[王平建]组织干部阻挠
            NAME | 尊敬的[黎四清]书记：您好
            NAME | 社区主任[汤壕]答应负责处理
            NAME | 路过[黄萍]的父母家门前
            NAME | 签名：[张蓓华]  [郭  玲]  [丁珍德]
            """)
    void personal_data_is_found_in_its_many_forms(String kind, String marked) {
        assertFound(kind, marked);
    }

    /** What first looks at fresh messages had missed. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ADDRESS | 窝点：[e2-3-501]；[b18-7-602]，猜测[5-2902]
            ADDRESS | 我家祖屋位于县府坪[23号]（后改为28号）
            ADDRESS | 被强拆的住宅位于[2栋中门601]，与门牌一致
            ADDRESS | 是靴巷[24号406]居民，[六楼603]的水管
            ADDRESS | 投诉人：南门街[115号]冯利仁朱祖恩
            ADDRESS | 青峰街[51号2单元]反映
            LANDLINE | 通过[7223315]打电话给我
            NAME | 工作人员[彭俐]、[任砂]、[肖平细]滥用职权
            NAME | 骗取[陈强建][黄万程][李福连]的资金
            NAME | 代表：1[曹水秀]、2[张珍辉]、3[吴民建]、4[周进庭]
            NAME | 一个焊工（[任鑫]）无任何防护
            NAME | 董事长[邢森]虽潜逃在外
            NAME | 这次[刘冰]14097元，文具店1207元
            NAME | 法人[唐艳丽]，公司已成立多年
            NAME | 手机0734-8123456[向明忠]；男，木工
            NAME | 一个叫“[张焯]”，请认领
            """)
    void what_looks_at_fresh_messages_missed_is_found(String kind, String marked) {
        assertFound(kind, marked);
    }

    private static void assertFound(String kind, String marked) {
        String text = marked.replace("[", "").replace("]", "");

        String found = Detector.find(text).stream()
                .filter(one -> one.kind() == Kind.valueOf(kind))
                .map(one -> "[" + text.substring(one.from(), one.to()) + "]")
                .collect(Collectors.joining());

        assertThat(found).isEqualTo(marked.replaceAll("^[^\\[]*|(?<=])[^\\[]*", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345、12333、96533都打不通",
                "订单号201903123456789012345",
                "文号政发〔2019〕12号，每平方米4500元",
                "5栋后面的垃圾站，地下车库",
                "区政府大院教育局b220室",
                "川A区、湘B区两个片区",
                "王书记您好，李女士、张老师都知道",
                "黄兴镇雷锋村万家丽路，高桥小学",
                "高兴地向上级反映周边道路安全问题",
                "习近平总书记要求，毛泽东故居",
                "当事人应当在规定的期限内申请",
                "关注微信公众号和QQ群里的通知",
                "敬请上级领导来明察，请社区书记查一查",
                "业主特向胡书记汇报，敬祝张书记身体健康，谢谢张县长",
                "我是富瑞苑的业主，村民水口组，肖副局长",
                "我是金澎名都的住户，孩子就读于唐田中学，3栋105户居民",
                "盛地汇金的业主，盛地汇金售楼部，盛地汇金物业",
                "张年底来过，李年年都说，东栋西幢都停水",
                "找过工伤保险1812室领导，投诉1栋5号门面、2栋3号电梯",
                "公司地址：摩根大厦2026室，家电批发市场12栋3-4号",
                "边界50-200米，90-110平方137户，每户50-100元",
                "我是夏荷苑5栋业主，新开了个叫麦霸的KTV",
                "砸墙的石场老板，社区连自己都不管，预录取名单里全是"
            })
    void what_is_no_personal_data_is_left_alone(String text) {
        assertThat(Detector.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张",
                "1",
                "a",
                "@",
                "a@",
                "住",
                "我叫",
                "1号",
                "栋",
                "一",
                "138",
                "鄂A",
                "微信",
                "打1",
                "张王李",
                "张小明、",
                "（",
                "1-",
                "\uD83D\uDE00",
                "村民",
                " "
            })
    void a_megabyte_of_anything_takes_bounded_time(String piece) {
        String text = piece.repeat(LONG / piece.length());

        Assertions.assertTimeout(BOUND, () -> Masking.mask(text));
    }

    @Test
    void findings_never_overlap_and_stand_in_the_order_of_the_text() {
        String text = "我叫王小明，身份证421002199001011239，卡号6222021234567890128，13812345678@qq.com，3栋2单元501室，鄂D12345，王小明。";

        var found = Detector.find(text);

        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).from())
                    .isGreaterThanOrEqualTo(found.get(i - 1).to());
        }
        assertThat(found)
                .extracting(Finding::kind)
                .containsExactly(
                        Kind.NAME, Kind.ID_CARD, Kind.BANK_CARD, Kind.EMAIL, Kind.ADDRESS, Kind.PLATE, Kind.NAME);
    }
}
