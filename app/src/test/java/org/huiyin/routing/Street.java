package org.huiyin.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented messages of a street, of three kinds that are told apart by their words. */
final class Street {

    private static final List<String> PLACES = List.of("园林路", "白云路", "江津路", "塔桥路", "红门路", "北京路", "荆沙路", "便河路");
    private static final List<String> LAMPS = List.of("路灯不亮", "路灯坏了一个月", "灯杆歪了", "夜里一片漆黑没有灯");
    private static final List<String> DRAINS = List.of("下水道堵了", "雨后积水很深", "污水从井盖冒出来", "排水沟臭气熏天");
    private static final List<String> SCHOOLS = List.of("小学划片不合理", "幼儿园收费太高", "老师在校外补课", "教室没有空调");
    private static final List<String> ENDINGS = List.of("请尽快处理", "希望有人管一管", "谢谢", "盼回复");

    private Street() {}

    static List<Labelled> messages(int n, long seed) {
        Random random = new Random(seed);
        List<Labelled> messages = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            switch (random.nextInt(3)) {
                case 0 -> messages.add(one(random, LAMPS, "照明"));
                case 1 -> messages.add(one(random, DRAINS, "排水"));
                default -> messages.add(one(random, SCHOOLS, "教育"));
            }
        }
        return messages;
    }

    private static Labelled one(Random random, List<String> things, String label) {
        String thing = any(random, things);
        String title = any(random, PLACES) + random.nextInt(300) + "号" + thing;
        return new Labelled(title, "您好，" + any(random, PLACES) + "这里" + thing + "，" + any(random, ENDINGS), label);
    }

    private static String any(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    static RoutingModel learned() {
        return new Learning(sentence -> {})
                .from(
                        messages(300, 1),
                        new Learning.Wish(
                                Instant.parse("2022-09-01T00:00:00Z"),
                                "tester",
                                List.of("title", "description"),
                                "category",
                                List.of(new About.Source("street", 300, ""))));
    }
}
