package org.huiyin.topic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place or people that most messages of a topic name: a spot or a group of people where there is one, else a region. */
final class Where {

    private static final Pattern SPOT = Pattern.compile(
            "小区|花园|家园|公寓|新村|社区|学校|小学|中学|大学|学院|幼儿园|医院|市场|广场|公园|大厦|公司|集团|大道|高速|车站|工地|新城|业主|居民|村民|员工|职工|司机|家长|学生|老人");
    private static final Pattern REGION = Pattern.compile("街道|[市区县镇乡村路街]");

    /** No name has these in it: what stands before a name in a sentence. */
    private static final Pattern SAID =
            Pattern.compile("[的了在我请问从到对把被是有没和与这那各于由向让给也都将等就为及该们背期际]|咨询|投诉|建议|关于|反映|解决|要求|收到|网站|希望|公众|国家|标准|违规|欺骗");

    private static final int LONGEST = 8;
    private static final double ENOUGH = 0.4;

    private Where() {}

    static String of(List<Message> messages) {
        String spot = most(messages, SPOT, 2);
        return spot.isEmpty() ? most(messages, REGION, 1) : spot;
    }

    /** Whether a text names a spot. */
    static boolean spot(String text) {
        return SPOT.matcher(text).find();
    }

    private static String most(List<Message> messages, Pattern kind, int leastBefore) {
        Map<String, Integer> naming = new HashMap<>();
        for (Message message : messages) {
            names(message.title() + "，" + message.body(), kind, leastBefore)
                    .forEach(name -> naming.merge(name, 1, Integer::sum));
        }
        Comparator<Map.Entry<String, Integer>> likelier = Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(name -> name.getKey().length())
                .thenComparing(Map.Entry.comparingByKey());
        return naming.entrySet().stream()
                .filter(name -> name.getValue() >= ENOUGH * messages.size())
                .max(likelier)
                .map(best -> longest(best, naming))
                .orElse("");
    }

    /** The longest name that ends in this one and that nearly as many have: 丽发新城小区 rather than 新城小区. */
    private static String longest(Map.Entry<String, Integer> best, Map<String, Integer> naming) {
        return naming.entrySet().stream()
                .filter(name -> name.getKey().endsWith(best.getKey()) && name.getValue() * 10 >= best.getValue() * 7)
                .map(Map.Entry::getKey)
                .max(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(best.getKey());
    }

    private static Set<String> names(String text, Pattern kind, int leastBefore) {
        Set<String> names = new HashSet<>();
        Matcher ends = kind.matcher(text);
        while (ends.find()) {
            for (int length = 1; length <= LONGEST && length <= ends.start(); length++) {
                String before = text.substring(ends.start() - length, ends.start());
                if (!Character.isLetterOrDigit(before.charAt(0))
                        || SAID.matcher(before).find()) {
                    break;
                }
                if (length >= leastBefore) {
                    names.add(before + ends.group());
                }
            }
        }
        return names;
    }
}
