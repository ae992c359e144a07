package org.huiyin.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds people by the posts they hold: 市委副书记、市长周志红. A list after a post goes on: 市委常委严冀钢、李水彬. */
final class People {

    private static final String SURNAMES =
            "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀惠曲家封储靳段富巫乌焦巴牧山谷车侯班秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲邰从索赖卓蔺屠蒙池乔胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾居衡步都耿满匡国文寇广禄东欧沃利蔚越隆师巩聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公栗肖付代付涂覃佘闫佟邸仝苟冼官揭谌邝";

    private static final Pattern NEXT = Pattern.compile("、([一-龥]{2,3})(?=[、，。；（和及等到参出同在主])");

    private final Pattern held;
    private final Pattern after;

    People(Rules rules) {
        this.held = Pattern.compile("((?:[一-龥]{0,12}?" + rules.any("posts") + "、?){1,6})(?:同志)?(?=([一-龥]{2,4}))");
        this.after = Pattern.compile("^(?:[，。；：、！？（）“”\\s]|" + rules.any("after-names") + "|$)");
    }

    /** The people of these paragraphs, each once, with every post found. */
    List<Article.Person> of(List<Flow> paragraphs) {
        StringBuilder all = new StringBuilder();
        paragraphs.forEach(paragraph -> all.append(paragraph.text()).append('\n'));
        Map<String, Article.Person> found = new LinkedHashMap<>();
        Map<String, Integer> lengths = new HashMap<>();
        for (Flow paragraph : paragraphs) {
            Matcher posts = held.matcher(paragraph.text());
            int at = 0;
            while (posts.find(at)) {
                at = Math.max(posts.end(), at + 1);
                int end = name(paragraph.text(), posts.end(), all.toString(), lengths);
                if (end > 0) {
                    put(paragraph, posts.end(), end, posts.group(1), found);
                    at = others(paragraph, end, posts.group(1), found);
                }
                if (at >= paragraph.length()) {
                    break;
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private int others(Flow paragraph, int from, String post, Map<String, Article.Person> found) {
        int at = from;
        Matcher next = NEXT.matcher(paragraph.text());
        while (next.region(at, paragraph.length()).useTransparentBounds(true).lookingAt()
                && surname(next.group(1))
                && !held.matcher(next.group(1)).find()) {
            put(paragraph, next.start(1), next.end(1), post, found);
            at = next.end(1);
        }
        return at;
    }

    private static void put(Flow paragraph, int from, int to, String post, Map<String, Article.Person> found) {
        String name = paragraph.text().substring(from, to);
        String plain = post.replaceAll("^(?:[^、]*?[，。；：\\s]|本报讯|近日|随后|会上|当天|在|与|和|由)+", "")
                .replaceAll("、$", "");
        Article.Person known = found.get(name);
        String posts = known == null || known.post().contains(plain)
                ? plain
                : known.post().length() >= plain.length() ? known.post() : plain;
        found.put(
                name,
                new Article.Person(
                        name,
                        known != null && known.post().contains(plain) ? known.post() : posts,
                        known == null ? Passage.of(paragraph, from, to) : known.at()));
    }

    /** Where the name that begins here ends; 0 when none does. Three signs before two, when what follows allows it. */
    private int name(String text, int from, String all, Map<String, Integer> known) {
        int best = 0;
        double most = 0;
        for (int length = 2; length <= 3 && from + length <= text.length(); length++) {
            String name = text.substring(from, from + length);
            if (!name.matches("[一-龥]+") || !surname(name)) {
                break;
            }
            double score = after.matcher(text.substring(from + length)).find() ? 1 : 0;
            score += known.containsKey(name) ? 1 : 0;
            score += score > 0 && times(all, name) > 1 ? 0.3 * Math.min(3, times(all, name)) : 0;
            score += length == 3 ? 0.25 : 0;
            if (score >= 1 && score >= most) {
                most = score;
                best = length;
            }
        }
        if (best > 0) {
            known.merge(text.substring(from, from + best), 1, Integer::sum);
        }
        return best == 0 ? 0 : from + best;
    }

    private static int times(String all, String name) {
        int times = 0;
        for (int at = all.indexOf(name); at >= 0 && times < 5; at = all.indexOf(name, at + 1)) {
            times++;
        }
        return times;
    }

    private static boolean surname(String name) {
        return SURNAMES.indexOf(name.charAt(0)) >= 0;
    }
}
