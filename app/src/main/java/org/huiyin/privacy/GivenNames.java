package org.huiyin.privacy;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;

/** What can be a given name, and how far the signs of one are no words of the language. */
final class GivenNames {

    private static final Map<String, Set<String>> NAMES = WordList.read("names.txt");

    /** The most the signs can speak for a name. */
    static final double MOST = 2.8;

    /** Where one sign is one of names and the other is not. */
    private static final double HALF = 0.2;
    /** What one sign says by its tier. */
    private static final double[] ONE_SIGN = {-0.6, 0.8, 1.2};
    /** What two say by the sum of their tiers. */
    private static final double[] TWO_SIGNS = {-0.6, HALF, 0.8, 1, 1.3};

    private static final double UNKNOWN_TO_DICTIONARY = 1.5;

    /** Signs that join, point or count: no given name has one. */
    private static final String NEVER =
            "的了在己是不都我你您他她它们这那哪就也与及或而但被把对从等个某每很最非还已请问说称着吗呢吧啊么什怎几且则使找没勿别" + "姓姐副组亿零两第日号分秒区县镇街巷幢座室楼户";

    /** Signs that are seldom in a given name and often in what looks like one: offices, things, what people do. */
    private static final String SELDOM =
            "偷家太百栋于月年一二三四五六七八九十时证权有在向为以令让去来过更再将若因由所其此该即如叫无未给些之又外内前后上下里边旁侧市乡村道路层单房屋门厂店场站院校所局处科股部委办厅司社团队公工商税政府党众人员警官长位者吃喝住行买卖付收交要能会可应须必得"
                    + "打电话网信件表报告书法规条款项目产品质价格钱费资车机器具设备材料气煤油米菜肉药病医男女父母爸妈哥姐弟妹儿孙夫妻爷奶叔伯姨舅同师姓氏总经副主任先生问题情况";

    private static final String USUAL = String.join("", NAMES.getOrDefault("given", Set.of()));
    /** What ends no given name as often as it goes on about whoever has it: 邢森虽潜逃, 苏晖用 */
    private static final String JOINS = "和虽并却经现处有用带就都也能向让给为以与去要拿";

    private static final String MOSTLY = String.join("", NAMES.getOrDefault("mostly", Set.of()));
    private static final Set<String> KNOWN = NAMES.getOrDefault("known", Set.of());
    private static final String PLACES = "路道街站所村乡镇湖河冲坪塘岭坡湾洲寺庙桥港园阁苑庭府城垸屯寨庄市坝圩郡局委办垄墟铺墩庵祠邸郡场馆矿坊记";

    /** From this row of GB 2312 on its characters are those of the second level. */
    private static final int SECOND_LEVEL = 0xD8;

    private static final BitSet RARE = rare();

    private GivenNames() {}

    /** Whether these signs can be a given name at all. */
    static boolean possible(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char sign = text.charAt(i);
            if (sign < '\u4E00' || sign > '\u9FFF' || NEVER.indexOf(sign) >= 0) {
                return false;
            }
        }
        char last = text.charAt(to - 1);
        return !doubled(text, from, to) && !wished(text, from, to) && (last != '于' || NameContext.entitled(text, to));
    }

    /** 向陈书记反映, 祝王局长: whom one turns to has a surname of their own. */
    private static boolean wished(String text, int from, int to) {
        return to - from == 1 && "向祝谢".indexOf(text.charAt(from - 1)) >= 0 && Surnames.at(text, from) > 0;
    }

    /** 查一查, 谢谢张: said twice it is no surname. */
    private static boolean doubled(String text, int from, int to) {
        char surname = text.charAt(from - 1);
        return to - from == 2
                && (text.charAt(from) == surname || text.charAt(from) == '一' && text.charAt(from + 1) == surname);
    }

    /**
     * How far a dictionary leaves the signs alone, as it does with names.
     *
     * @param introduced whether a word before says that a person follows: then words of the dictionary matter less
     */
    static double weight(String text, Words words, int surname, int from, int to, boolean introduced) {
        if (!words.cutAt(surname) || !words.cutAt(to)) {
            return -3;
        }
        if (words.oneWord(surname, to) || KNOWN.contains(text.substring(surname, to))) {
            return -4;
        }
        if (!words.cutAt(from)) {
            return (introduced ? -1.2 : -2) + usual(text, from, to) - seldom(text, from, to);
        }
        boolean word = to - from == 2 && words.oneWord(from, to);
        // what goes on with a whole word ends here
        double ended =
                Surnames.plain(text, surname) && to - from == 1 && to + 2 <= text.length() && words.oneWord(to, to + 2)
                        ? 0.5
                        : 0;
        boolean grand = to - from == 1 && "大小老总".indexOf(text.charAt(from)) >= 0;
        double alone = grand ? -1.5 : word ? (introduced ? -0.8 : -1.2) : to - from == 2 ? UNKNOWN_TO_DICTIONARY : 0.1;
        return alone + ended + usual(text, from, to) - seldom(text, from, to) - place(text, from, to);
    }

    /** 梅溪湖, 许家冲: names of places have the shape of names of people. */
    private static double place(String text, int from, int to) {
        boolean family = to - from == 2 && text.charAt(from) == '家';
        return family ? 2.5 : PLACES.indexOf(text.charAt(to - 1)) >= 0 ? 2.5 : 0;
    }

    /** 璗, 峮: what the first level of GB 2312 leaves out is in names sooner than in messages. */
    private static BitSet rare() {
        Charset common = Charset.forName("GB2312");
        BitSet rare = new BitSet();
        for (int sign = '\u4E00'; sign <= '\u9FFF'; sign++) {
            byte[] code = String.valueOf((char) sign).getBytes(common);
            rare.set(sign, code.length < 2 || (code[0] & 0xFF) >= SECOND_LEVEL);
        }
        return rare;
    }

    private static double usual(String text, int from, int to) {
        int first = tier(text.charAt(from));
        if (to - from == 1) {
            return ONE_SIGN[first];
        }
        int second = tier(text.charAt(from + 1));
        boolean half = (first == 0) != (second == 0);
        return half ? HALF : TWO_SIGNS[first + second];
    }

    /** How far a sign is one of names: not, often, mostly. */
    private static int tier(char sign) {
        return MOSTLY.indexOf(sign) >= 0 ? 2 : USUAL.indexOf(sign) >= 0 || RARE.get(sign) ? 1 : 0;
    }

    private static double seldom(String text, int from, int to) {
        double seldom = to - from == 2 && JOINS.indexOf(text.charAt(to - 1)) >= 0 ? 0.9 : 0;
        for (int i = from; i < to; i++) {
            seldom += text.charAt(i) == '和' || SELDOM.indexOf(text.charAt(i)) >= 0 ? 0.75 : 0;
        }
        return to - from == 1 ? 2 * seldom : seldom;
    }
}
