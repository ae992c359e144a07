package org.huiyin.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What happens at one place, beside thousands of ordinary matters from everywhere. */
class LocalTopicsTest {

    private static final Instant END = Instant.parse("2022-11-07T00:00:00Z");
    private static final int VILLAGES = 300;
    private static final List<String> BURST = List.of("水管爆了全停水", "主水管爆裂路面成河", "停水了水都流到马路上", "家里没有水", "楼下水管爆了车子泡水");
    private static final List<List<String>> ORDINARY = List.of(
            List.of("sanitation", "垃圾池满了没人拉", "垃圾箱满了好几天，味道很大，请安排清运。"),
            List.of("roads", "路灯不亮走夜路害怕", "路口的路灯坏了很久，晚上看不见路，请派人修理。"),
            List.of("utilities", "自来水发黄有异味", "早上放出来的水发黄，有铁锈味，请派人检查。"),
            List.of("utilities", "停水没有通知", "昨天停水半天没有人通知，做不了饭，请说明原因。"),
            List.of("household", "身份证丢了哪里补办", "身份证丢了，异地能不能补办，要带什么材料。"),
            List.of("land", "征地补偿款没有发齐", "地征走两年，补偿款还差一半，请查一查。"),
            List.of("housing", "楼上漏水不肯赔", "天花板渗水发霉，楼上邻居不承认，请来调解。"),
            List.of("drainage", "排水沟淤泥堵塞", "水沟几年没有清淤，一下雨就往院子里倒灌。"),
            List.of("transport", "公交车班次太少", "等一趟公交车要四十分钟，上班经常迟到。"),
            List.of("parking", "停车位被人占用", "画线的车位放了地锁，回家没有地方停车。"),
            List.of("school", "学校食堂饭菜太差", "孩子说食堂饭菜是凉的，家长希望公开采购价。"),
            List.of("farm", "玉米种子不发芽", "买的种子出苗不到三成，农资店不肯退钱。"),
            List.of("greening", "枯树快要倒了", "树干空心，刮风掉树枝，底下有人走路。"),
            List.of("noise", "工地夜间施工吵得睡不着", "工地半夜还在施工，老人孩子睡不好，请管一管。"));

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void many_people_at_one_place_on_one_evening_come_first() {
        List<Message> messages = ordinary(4000);
        for (int i = 0; i < 24; i++) {
            messages.add(burst(i, 17, Duration.ofHours(12)));
        }

        Topic first = Topics.of(messages, END, Heat.shipped(), 10).getFirst();

        assertThat(first.members()).hasSizeGreaterThanOrEqualTo(23).allMatch(id -> id.startsWith("burst"));
        assertThat(first.where()).isEqualTo(name(17));
        assertThat(first.places()).isEqualTo(1);
    }

    @Test
    void what_many_places_ordinarily_say_bears_the_name_of_none_and_says_in_how_many_they_are() {
        List<Topic> topics = Topics.of(ordinary(1000), END, Heat.shipped(), 1000);

        List<Topic> everywhere =
                topics.stream().filter(topic -> topic.places() > 1).toList();
        assertThat(everywhere).hasSizeGreaterThan(5).allSatisfy(topic -> {
            assertThat(topic.description()).doesNotContain("甲", "乙").doesNotContain("村");
            assertThat(topic.places()).isGreaterThan(2);
        });
    }

    @Test
    void what_all_places_say_at_once_is_one_topic() {
        List<Message> messages = ordinary(1000);
        for (int i = 0; i < 600; i++) {
            messages.add(burst(i, i % 200, Duration.ofHours(12)));
        }

        Topic first = Topics.of(messages, END, Heat.shipped(), 10).getFirst();

        assertThat(first.places()).isGreaterThan(100);
        assertThat(first.members()).anyMatch(id -> id.startsWith("burst"));
    }

    private List<Message> ordinary(int many) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            List<String> one = ORDINARY.get(random.nextInt(ORDINARY.size()));
            int village = random.nextInt(VILLAGES);
            messages.add(message(
                    "ordinary" + i,
                    village,
                    one,
                    Duration.ofMinutes(random.nextInt(30 * 24 * 60)).negated()));
        }
        return messages;
    }

    private Message burst(int i, int village, Duration ago) {
        String title = BURST.get(random.nextInt(BURST.size()));
        return message(
                "burst" + i,
                village,
                List.of("utilities", title, "大水管爆了，" + title + "，家里有老人孩子，请派人抢修。"),
                Duration.ofMinutes(6L * (i % 30)).minus(ago));
    }

    private static Message message(String id, int village, List<String> said, Duration fromEnd) {
        return new Message(
                id,
                "",
                name(village) + said.get(1),
                said.get(2),
                END.plus(fromEnd),
                0,
                0,
                false,
                new Message.Scene("421002%03d%03d".formatted(village % 20, village), name(village), said.get(0)));
    }

    private static String name(int village) {
        return "" + "甲乙丙丁戊己".charAt(village % 6) + "东南西北上下".charAt(village / 6 % 6) + "金木水火土石田河山".charAt(village / 36)
                + "村";
    }
}
