package org.huiyin.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Homes down to a unit, a room or a house number. A building alone, or the address of an office, is none. */
final class Addresses {

    private static final String NUMBER = "(?:[0-9A-Za-z]{1,5}|[一二三四五六七八九十]{1,4})";
    private static final String BUILDING = "(?:" + NUMBER + " ?(?:号?[栋幢座]|号楼|楼栋|#楼?)|[东西南北][栋幢](?=[0-9]))";
    private static final String UNIT =
            "(?:" + NUMBER + "|[甲乙丙丁东西南北中])(?:单元|门洞|门(?=[0-9]{3,4}|[0-9一二三四五六七八九十]{1,3}[楼层]))";
    private static final String FLOOR = NUMBER + "[楼层]";
    private static final String ROOM =
            "(?:门牌号?)?(?:[0-9]{1,4}|[A-Za-z]?[0-9]{2,5}|[一二三四五六七八九十零〇]{1,4}) ?(?:号房间|号房|号室|房间|寝室|室|房(?![屋产子地间]))";
    private static final String BARE_ROOM =
            "[0-9]{3,5}(?:号(?![线楼栋]))?(?![0-9多余来几个]|[栋幢座元人户年月日平米块万千吨台辆厘公路]|住户[0-9]|套|-[0-9]{3}|m|㎡|[、0-9]{0,8}号?[两个间]{0,2}(?:门面|商铺|铺面|门店))";
    /** 43栋101户: a door and not how many households there are. */
    private static final String HOUSEHOLD = "[0-9]{1,2}0[1-9]户(?![0-9居人])";

    /** 3栋1号, 3栋7-8号: a door of a building without floors, but no shop and no lift. */
    private static final String DOOR = "[0-9]{1,2}(?:-[0-9]{1,2})?号(?![线楼栋院地门商铺店车]|电梯|[两个间]{0,2}(?:门面|商铺|铺面|门店))";
    /** 3-501 after a building, 2-3-501 after an estate. */
    private static final String DASHED = "[0-9]{1,2}[-—－]" + "[0-9]{3,4}(?:号|室|房(?![屋产子地间型价款源补改]))?(?![0-9年月元平米户-])";

    private static final String WITHIN =
            "(?:[ ,，-]?" + FLOOR + "[左右东西南北中]?)?(?:[ ,，（(-]?(?:" + ROOM + "|" + BARE_ROOM + "))?";
    private static final Pattern HOME = Pattern.compile("(?=[0-9A-Za-z一二三四五六七八九十门东西南北])(?<![0-9A-Za-z])(?:"
            + BUILDING + "[ -]?(?:" + UNIT + WITHIN + "|(?:" + FLOOR + "[ ,，-]?)?" + ROOM + "|(?:" + FLOOR + ")?"
            + BARE_ROOM + "|" + DASHED + "|" + HOUSEHOLD + "|" + DOOR + "|[（(]" + BARE_ROOM + "|门牌号?[0-9]{1,4})"
            + "|" + UNIT + "(?:[ ,，-]?" + FLOOR + "[左右东西南北中]?)?[ ,，（(-]?(?:" + ROOM + "|" + BARE_ROOM + ")"
            + "|[0-9一二三四五六]期" + UNIT
            + "|" + UNIT + FLOOR
            // 2栋中门601, 3栋5楼东户, B5这栋楼的501
            + "|" + BUILDING + "(?:[东西南北左右中]门|的)" + BARE_ROOM
            + "|" + BUILDING + FLOOR + "[东西南北左右中]户"
            + "|[A-Za-z]?[0-9]{1,3}这[栋幢](?:楼|房子)?的?[0-9]{3,4}(?:室|号?房)?(?![0-9多年元平米户])"
            + "|[0-9]{1,2}楼[0-9]{1,2}栋"
            + "|[0-9]{1,4}号[东西南北左右][头侧边]?[0-9]{3,4}(?![0-9米元年平])"
            + "|" + FLOOR + "门牌号?[0-9]{2,4}"
            + "|(?<=[附属舍]楼)[0-9]{1,3}室"
            + "|[0-9]{1,4}号(?:院|楼)?" + UNIT
            // 24号406居民, 六楼603, D20栋右1楼梯上4楼左门
            + "|[0-9]{1,4}号(?:院|楼)?[1-9][0-9]?0[1-9](?=的?(?:居民|住户|业主|户主|租户|，|,|。|$))"
            + "|" + FLOOR + "[1-9][0-9]?0[1-9](?![0-9年多余来几个月日平米块万元人户]|号?(?:门面|商铺|铺面|门店|店铺))"
            + "|" + BUILDING + "\\p{IsHan}{0,6}?[左右中]?[0-9]?楼梯口?上?" + FLOOR + "(?:[左右中]门)?"
            + "|" + FLOOR + ROOM
            + "|[A-Za-z]?[0-9]{3,4}(?:室|号房间|号房(?![产地])|房(?![）)]?[屋产子地间型价款源补改]))|[0-9]{1,4}号别墅"
            + "|[0-9]{1,4}号附[0-9]{1,3}号(?!门面|商铺|铺面|门店))"
            // 3栋102,103房: the doors beside it belong to it
            + "(?:[、,，和及](?:[0-9]{3,4}(?:室|号?房(?![屋产子地间型价款源补改]))|(?<=、)[1-9][0-9]?0[1-9](?=[、及和。]|[两三四五六七八]套)))*");
    private static final Pattern LIVES_AT = Pattern.compile(
            "(?=[家住现户居租我本迁落])(?:我住|我们住|本人住|迁往|迁入|户籍由|户籍在|户口由|落户|家住|家在|住在|住址|现住|现居|居住在|居住于|租住|户口在|户籍地址|家庭地址|家庭住址|户籍地|现住址|原住址|原住)(?:[^，。；;!！?？\\n]{0,24}?|[^，。；;!！?？\\n]{2,16}，\\p{IsHan}{2,8}?)(?<![0-9月])((?:[一二三四五六七八九十0-9]{1,3}[巷弄])?[0-9]{1,5}(?:-[0-9]{1,3})?号)(?=[ ，,。；;、!！?？（(）)\\n]|$|邮编|联系|电话|现|正|已|的|转|迁)");
    private static final Pattern OF_A_VILLAGE = Pattern.compile(
            "(?<=[村组屯])[0-9]{1,4}号(?![线楼栋站地院令文公])|(?<=[塘冲垅坳岭坡屋坪湾垸墩])[0-9]{1,3}号(?=[ ，,。；;、！!（(\\n]|$|村民|居民|户|屋|家|的)");
    /** 2-3-501, c20-2-301; 5-2902: building, unit and room with nothing else; a room has a door 01 to 09, so that 90-110 is none. */
    private static final Pattern BARE_DOOR = Pattern.compile(
            "(?=[0-9A-Za-z])(?<![0-9A-Za-z./~～-])[A-Za-z]?[0-9]{1,2}[-—－](?:[0-9]{1,2}[-—－][1-9][0-9]{2,3}|(?!19|20)(?:[1-9]0[1-9]|[1-9][0-9](?:0[1-9]|1[0-2])))(?:室|房(?![屋产子地间型价款源补改]))?(?![0-9年月日元平米户万千人个分度号%％.~～〔〕\\[\\]-]|门面|商铺|铺面)");
    /** 私房坐落在樊西巷44号, 祖屋位于县府坪23号: where somebody's house stands. */
    private static final Pattern HOUSE_AT = Pattern.compile(
            "(?=[私祖老住民宅自我家本])(?:私房|祖屋|祖宅|祖房|老宅|老屋|老房子|住房|住宅|民房|宅基地|自建房|我家房子|我家房屋|(?:本人|我的|自有)(?:的)?(?:房屋|房产|房子)|我家|家房屋|自家)[^。；;！!？?\\n]{0,12}?(?:位于|坐落|座落|[，是]在)[^，。；;！!？?\\n]{0,24}?(?<![0-9月])([0-9]{1,4}(?:-[0-9]{1,3})?号)(?=[ ，,。；;、！!？?（(）)另\\n]|$|的|后|有)");
    /** 宁居塘230号村民, 书苑2-204的业主, 大厦2198房产: a number and whoever or whatever is at home there. */
    private static final Pattern INHABITED =
            Pattern.compile("(?<=[\\p{IsHan}&&[^路街道巷弄里第共有约]])(?:[0-9]{1,4}号(?=的?(?:村民|居民|住户|户主|家庭))|" + DASHED
                    + "(?=的?(?:业主|住户|房|户主|住宅))|(?<=大厦|公寓|花园|家园|小区|苑)[0-9]{3,4}(?=的?(?:业主|住户|房产|房屋|户主))"
                    + "|(?<=楼上|楼下|隔壁|对门)[1-9][0-9]?0[1-9](?![0-9年月日元平米万多余路个人户路线%])"
                    + "|(?<![0-9.-])[1-9][0-9]?0[1-9](?=的?(?:业主|住户|户主|房主|租户|邻居|\\p{IsHan}姓(?:居民|住户|业主|户主))))");
    /** 地址：县前街23号, where the text or the line ends, as people sign. */
    private static final Pattern SIGNED = Pattern.compile(
            "(?:地址|通讯处|投诉人|举报人|反映人|申请人)[:： ]{0,2}[^，。；;!！?？\\n]{0,24}?(?<![0-9])([0-9]{1,4}(?:-[0-9]{1,3})?号)(?=[ ,，。]*(?:\\s*$|\\n|\\p{IsHan}{2,3}收))");
    /** 投诉人：县前街23号黄大明, where people sign with both. */
    private static final Pattern SIGNED_FOR = Pattern.compile(
            "(?:投诉人|举报人|反映人|申请人|上访人|信访人)[:： ]{0,2}[^，。；;!！?？\\n]{0,24}?(?<![0-9])([0-9]{1,4}(?:-[0-9]{1,3})?号)(?=\\p{IsHan}{2,7}\\s*$)");
    /** A number on a street is a home where somebody lives at it, not every shop and office. */
    private static final Pattern LIVED_IN = Pattern.compile(
            "\\p{IsHan}{2}[路街巷弄里坪拢][0-9]{1,4}(?:[-、,，][0-9]{1,4}){0,2}号(?=(?:的|，|,|（|\\(|系)?(?:住户|房主|屋主|业主|居民|户主|住宅|民房|私房|系私房|自建房|房东|租户|房产|房屋|房子|私宅|老宅|宅基|[^。；;\\n]{0,30}自家房|有?房产证|宿舍(?!楼|区)|邻居|老屋|祖屋|后有|违章建|违法建|违建))");
    /** A room of a house that is named and not numbered. */
    private static final Pattern NAMED_HOUSE = Pattern.compile(
            "(?<=花园|家园|小区|[苑庭园郡])[0-9]{1,2}[-—－][0-9]{3,4}(?![0-9年月日元平米户万千人个%-])|(?<=大厦|公寓|宿舍|小区|花园|家园|苑|庭)(?:[0-9A-Za-z]{1,3}[-—－]"
                    + DASHED + "|[A-Za-z]?[0-9]{3,4}(?:室|房(?![屋产子地间型价款源补改])|号(?![线楼栋院地])))");

    private static final Pattern OFFICE =
            Pattern.compile("(?:局|委|政府|大院|办公|科|股|处|中心|大厅|窗口|教室|医院|学校|科室)[\\p{IsHan}0-9A-Za-z （(]*$");
    /** 1812室领导, 204室咨询: whoever is met there is at work. */
    private static final Pattern STAFFED = Pattern.compile("的?(?:领导|工作人员|办公|咨询|窗口|办事|负责人|办理|提交|递交|报名)");

    private static final int OFFICE_WITHIN = 8;
    /** 公司地址：…大厦2026室, 药材市场12栋3-4号: where people work, unless somebody lives there. */
    private static final Pattern WORK = Pattern.compile(
            "(?:公司|企业|单位|厂家|厂商|店铺|本店|销售|办公|注册|经营|营业|机构)\\p{IsHan}{0,4}(?:地址|地点|住所)[^。；;\\n]*$|(?:市场|商城|工业园|产业园|科技园)\\p{IsHan}{0,2}$");

    private static final Pattern LIVES = Pattern.compile("(?:住|我家|家在|家位)[^，。；;\\n]*$");
    private static final int WORK_WITHIN = 40;

    private Addresses() {}

    /** Whether a sign counts something: it is the number of a home, not what is numbered. */
    static boolean counts(char sign) {
        return sign >= '0' && sign <= '9'
                || sign >= 'A' && sign <= 'Z'
                || sign >= 'a' && sign <= 'z'
                || "零〇一二三四五六七八九十".indexOf(sign) >= 0;
    }

    /** Where somebody lives is a home wherever else the text says it. */
    private static void everywhere(String text, String home, List<Finding> found) {
        for (int from = text.indexOf(home); from >= 0; from = text.indexOf(home, from + home.length())) {
            found.add(new Finding(Kind.ADDRESS, from, from + home.length()));
        }
    }

    static void find(String text, List<Finding> found) {
        List<Finding> homes = new ArrayList<>();
        everyShape(text, homes);
        homes.stream().filter(one -> !atWork(text, one.from())).forEach(found::add);
    }

    private static boolean atWork(String text, int from) {
        int start = Math.max(0, from - WORK_WITHIN);
        return WORK.matcher(text).region(start, from).find()
                && !LIVES.matcher(text).region(start, from).find();
    }

    private static void everyShape(String text, List<Finding> found) {
        for (Matcher m = HOME.matcher(text); m.find(); ) {
            boolean bareRoom = !m.group().matches(".*[栋幢座楼#元].*");
            boolean office = OFFICE.matcher(text)
                    .region(Math.max(0, m.start() - OFFICE_WITHIN), m.start())
                    .find();
            if (!(bareRoom
                    && (office
                            || STAFFED.matcher(text)
                                    .region(m.end(), text.length())
                                    .lookingAt()))) {
                found.add(new Finding(Kind.ADDRESS, m.start(), m.end()));
            }
        }
        for (Pattern plain : new Pattern[] {NAMED_HOUSE, INHABITED, BARE_DOOR}) {
            for (Matcher m = plain.matcher(text); m.find(); ) {
                found.add(new Finding(Kind.ADDRESS, m.start(), m.end()));
            }
        }
        for (Matcher m = LIVED_IN.matcher(text); m.find(); ) {
            everywhere(text, m.group(), found);
        }
        for (Matcher m = OF_A_VILLAGE.matcher(text); m.find(); ) {
            found.add(new Finding(Kind.ADDRESS, m.start(), m.end()));
        }
        for (Pattern cued : new Pattern[] {LIVES_AT, SIGNED, SIGNED_FOR, HOUSE_AT}) {
            for (Matcher m = cued.matcher(text); m.find(); ) {
                found.add(new Finding(Kind.ADDRESS, m.start(1), m.end(1)));
            }
        }
    }
}
