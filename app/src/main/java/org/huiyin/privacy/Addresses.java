package org.huiyin.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Homes down to a unit, a room or a house number. A building alone, or the address of an office, is none. */
final class Addresses {

    private static final String NUMBER = "(?:[0-9A-Za-z]{1,5}|[一二三四五六七八九十]{1,4})";
    private static final String BUILDING = NUMBER + " ?(?:号?[栋幢座]|号楼|楼栋|#楼?)";
    private static final String UNIT = NUMBER + "(?:单元|门洞)";
    private static final String FLOOR = NUMBER + "[楼层]";
    private static final String ROOM =
            "(?:门牌号?)?(?:[0-9]{1,4}|[A-Za-z]?[0-9]{2,5}|[一二三四五六七八九十]{1,4}) ?(?:号房间|号房|号室|房间|室|房(?![屋产子地间]))";
    private static final String BARE_ROOM =
            "[0-9]{3,4}(?:号(?![线楼栋]))?(?![0-9多余来几个]|[栋幢座元人户年月日平米块万千吨台辆厘公路]|住户[0-9]|套|m|㎡|[、0-9]{0,8}号?[两个间]{0,2}(?:门面|商铺|铺面|门店))";
    private static final String WITHIN = "(?:[ ,，-]?" + FLOOR + ")?(?:[ ,，-]?(?:" + ROOM + "|" + BARE_ROOM + "))?";
    private static final Pattern HOME = Pattern.compile("(?=[0-9A-Za-z一二三四五六七八九十门])(?<![0-9A-Za-z])(?:"
            + BUILDING + "[ -]?(?:" + UNIT + WITHIN + "|(?:" + FLOOR + "[ ,，-]?)?" + ROOM + "|(?:" + FLOOR + ")?"
            + BARE_ROOM + ")"
            + "|" + UNIT + "(?:[ ,，-]?" + FLOOR + ")?[ ,，-]?(?:" + ROOM + "|" + BARE_ROOM + ")"
            + "|[0-9一二三四五六]期" + UNIT
            + "|" + UNIT + FLOOR
            + "|" + FLOOR + "门牌号?[0-9]{2,4}"
            + "|" + FLOOR + ROOM
            + "|[A-Za-z]?[0-9]{3,4}(?:室|号房间|号房(?![产地])|房(?![屋产子地间型价款源补改]))|[0-9]{1,4}号别墅)");
    private static final Pattern LIVES_AT = Pattern.compile(
            "(?=[家住现户])(?:家住|住在|住址|现住|户籍地址|家庭地址)[^，。；;!！?？\\n]{0,24}?(?<![0-9月])((?:[一二三四五六七八九十0-9]{1,3}[巷弄])?[0-9]{1,5}(?:-[0-9]{1,3})?号)(?=[ ，,。；;、!！?？（(\\n]|$|邮编|联系|电话|现|的)");
    private static final Pattern OF_A_VILLAGE = Pattern.compile("(?<=[村组屯])[0-9]{1,4}号(?![线楼栋站地院令文公])");
    private static final Pattern OFFICE =
            Pattern.compile("(?:局|委|政府|大院|办公|科|股|处|中心|大厅|窗口|教室|医院|学校|科室)[\\p{IsHan}0-9A-Za-z ]*$");
    private static final int OFFICE_WITHIN = 8;

    private Addresses() {}

    /** Whether a sign counts something: it is the number of a home, not what is numbered. */
    static boolean counts(char sign) {
        return sign >= '0' && sign <= '9'
                || sign >= 'A' && sign <= 'Z'
                || sign >= 'a' && sign <= 'z'
                || "一二三四五六七八九十".indexOf(sign) >= 0;
    }

    static void find(String text, List<Finding> found) {
        for (Matcher m = HOME.matcher(text); m.find(); ) {
            boolean bareRoom = !m.group().matches(".*[栋幢座楼#元].*");
            boolean office = OFFICE.matcher(text)
                    .region(Math.max(0, m.start() - OFFICE_WITHIN), m.start())
                    .find();
            if (!(bareRoom && office)) {
                found.add(new Finding(Kind.ADDRESS, m.start(), m.end()));
            }
        }
        for (Matcher m = OF_A_VILLAGE.matcher(text); m.find(); ) {
            found.add(new Finding(Kind.ADDRESS, m.start(), m.end()));
        }
        for (Matcher m = LIVES_AT.matcher(text); m.find(); ) {
            found.add(new Finding(Kind.ADDRESS, m.start(1), m.end(1)));
        }
    }
}
