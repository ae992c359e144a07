package org.huiyin.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlikesTest {

    private static final List<String> SAID = List.of(
            "白云路口的自来水管爆了，水漫到路上，已经两天没有人来修，附近几栋楼都停水。",
            "塔桥路口信号灯一直黄闪，早高峰四个方向抢着走，昨天差点撞到接送孩子的电动车。",
            "楼下烧烤店夜里十二点还在放音乐，油烟直接排到居民窗口，老人孩子根本睡不着觉。");
    private static final String HERE = "30.334812,112.254377";

    private static final TestApp APP = TestApp.another(TestClock.at("2026-03-03T09:00"));

    private final Alikes alikes = APP.bean(Alikes.class);
    private final Handling handling = new Handling(APP);

    @Test
    void what_says_the_same_is_found_and_nothing_else() {
        Random random = new Random(5);
        List<Long> raised = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            String said = edited(SAID.get(n % SAID.size()), 0.05 * (n % 10), random);
            raised.add(raise(Map.of("title", said.substring(0, 8), "description", said)));
        }
        Set<Long> missed = new HashSet<>();

        for (long one : raised) {
            Set<Long> found = found(new Alikes.Wanted(one, "three-lists", "", told(one)), 100);
            for (long other : raised) {
                double share = told(one).imprint().alike(told(other).imprint());
                if (other == one || share < Alike.SAME) {
                    assertThat(found).doesNotContain(other);
                } else if (share > 0.4 && !found.contains(other)) {
                    missed.add(other);
                }
            }
        }

        assertThat(missed).isEmpty();
    }

    @Test
    void what_is_near_is_found_by_its_category_or_a_few_common_words() {
        long lamp = raise(Map.of("title", "路灯坏了三天", "description", "晚上走路看不见。", "position", HERE));
        Told other = Told.of(Map.of("title", "井盖缺失", "description", "车子差点掉进去。", "position", HERE));
        Told similar = Told.of(Map.of("title", "路灯坏了", "description", "请来看看，孩子上学要经过这里，很害怕。", "position", HERE));
        Told far = Told.of(Map.of("title", "井盖缺失", "description", "车子差点掉进去。", "position", "30.344812,112.254377"));

        assertThat(found(new Alikes.Wanted(0, "three-lists", "roads", other), 3))
                .containsExactly(lamp);
        assertThat(found(new Alikes.Wanted(0, "three-lists", "water", other), 3))
                .isEmpty();
        assertThat(found(new Alikes.Wanted(0, "three-lists", "water", similar), 3))
                .containsExactly(lamp);
        assertThat(found(new Alikes.Wanted(0, "three-lists", "roads", far), 3)).isEmpty();
        assertThat(found(new Alikes.Wanted(0, "activities", "roads", other), 3)).isEmpty();
    }

    @Test
    void the_likeliest_come_first_however_many_there_are() {
        String said = "翠湖小区三号楼电梯停运一周，八楼的老人下不了楼，物业一直说在等配件。";
        for (int n = 0; n < 12; n++) {
            raise(Map.of("title", "翠湖小区的事" + n, "description", "楼道里堆满了杂物，第" + n + "次反映了。"));
        }
        long same = raise(Map.of("title", "电梯停运", "description", said));

        Told told = Told.of(Map.of("title", "电梯停运一周了", "description", said));

        assertThat(found(new Alikes.Wanted(0, "three-lists", "roads", told), 1)).containsExactly(same);
        assertThat(found(new Alikes.Wanted(0, "three-lists", "roads", told), 3)).hasSize(3);
    }

    @Test
    void bands_that_many_share_are_learned_from_what_the_database_knows() {
        JdbcClient database = APP.bean(JdbcClient.class);
        database.sql("""
                        insert into imprint (matter_id, raised_at, pairs, sketch, bands, spots)
                        select -n, timestamptz '2026-03-03', '', 0::bit(1024), array[4711, n], '{}' from generate_series(1, 60) n
                        """).update();
        database.sql("analyze imprint").update();

        CommonBands common = alikes.common();

        assertThat(common.without(new int[] {4711, 30})).containsExactly(30);
        database.sql("delete from imprint where matter_id < 0").update();
    }

    private long raise(Map<String, ?> fields) {
        return Long.parseLong(
                handling.raise(fields).number().replaceAll("[^0-9]", "").substring(0, 11));
    }

    private Told told(long matter) {
        return Objects.requireNonNull(alikes.told(List.of(matter)).get(matter));
    }

    private Set<Long> found(Alikes.Wanted wanted, int most) {
        return alikes.of(wanted, most).stream().map(Alike::matter).collect(Collectors.toSet());
    }

    private static String edited(String said, double share, Random random) {
        StringBuilder edited = new StringBuilder(said);
        for (int n = 0; n < Math.round(said.length() * share); n++) {
            edited.setCharAt(random.nextInt(said.length()), (char) (0x4E00 + random.nextInt(0x5000)));
        }
        return edited.toString();
    }
}
