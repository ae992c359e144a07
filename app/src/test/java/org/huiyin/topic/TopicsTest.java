package org.huiyin.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.text.UnreadableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsTest {

    private static final Instant END = Instant.parse("2022-10-01T00:00:00Z");
    private static final List<String> MIXER =
            List.of("丽景新城小区旁边的搅拌站噪音太大", "投诉丽景新城小区附近搅拌站扬尘", "丽景新城小区搅拌站半夜还在开工", "搅拌站污染，丽景新城小区没法住");
    private static final List<String> BUSES = List.of("15路公交车等了一小时", "15路公交车晚点严重", "15路公交车司机甩站");

    @Test
    void messages_about_one_thing_are_one_topic_and_the_hottest_comes_first() {
        List<Topic> topics = Topics.of(messages(0), END, Heat.shipped(), 2);

        assertThat(topics).extracting(Topic::rank).containsExactly(1, 2);
        assertThat(topics.get(0).members()).containsExactly("M3", "M2", "M1", "M0");
        assertThat(topics.get(0).where()).isEqualTo("丽景新城小区");
        assertThat(topics.get(0).people()).isEqualTo(4);
        assertThat(topics.get(1).members()).containsExactly("B2", "B1", "B0");
    }

    @Test
    void a_handful_of_messages_that_all_say_the_same_is_a_topic_too() {
        List<Message> few = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            few.add(message("P" + i, "北京路主水管爆裂停水", i, 0));
        }

        assertThat(Topics.of(few, END, Heat.shipped(), 3))
                .singleElement()
                .extracting(Topic::members)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(6);
    }

    @Test
    void likes_warm_a_topic_and_one_person_speaking_often_does_not() {
        List<Topic> liked = Topics.of(messages(500), END, Heat.shipped(), 2);
        List<Message> often = messages(0).stream()
                .map(one -> one.id().startsWith("M")
                        ? new Message(one.id(), "same", one.title(), "", one.at(), 0, 0, false, one.scene())
                        : one)
                .toList();

        assertThat(liked.getFirst().members()).contains("B0");
        assertThat(Topics.of(often, END, Heat.shipped(), 1).getFirst().members())
                .contains("B0");
    }

    @Test
    void a_topic_cools_by_half_in_a_half_life_and_when_it_is_solved() {
        Heat heat = new Heat(1, 0, 1, 0.5, 90, 5, 7);

        assertThat(heat.of(new Heat.Said(10, 0, 0, 1), 0, 0, 0)).isEqualTo(15);
        assertThat(heat.of(new Heat.Said(10, 0, 0, 1), 90, 0, 0)).isEqualTo(7.5);
        assertThat(heat.of(new Heat.Said(10, 0, 0, 0), 0, 0, 0)).isEqualTo(10);
        assertThat(heat.of(new Heat.Said(10, 7, 0, 0), 0, 0, 0)).isEqualTo(13);
        assertThat(heat.of(new Heat.Said(10, 0, 0, 1), 0, 4, 7)).isEqualTo(25);
        assertThat(heat.of(new Heat.Said(10, 0, 0, 0), 0, 4, 0)).isEqualTo(10);
    }

    @Test
    void weights_that_are_none_and_tables_of_another_kind_are_refused(@TempDir Path folder) throws IOException {
        Path heat = Files.writeString(folder.resolve("heat.txt"), "person: many\n");
        Path unknown = Files.writeString(
                folder.resolve("more.txt"),
                "person: 1\ndoubling: 1\nelsewhere: 1\nunsolved: 1\nhalf-life: 1\nrush: 1\nrush-half-life: 1\ncolour: 3\n");
        Path table = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        Path timeless = Files.writeString(folder.resolve("timeless.csv"), "留言编号,留言主题,留言时间,留言详情\n1,路灯,昨天,不亮\n");
        ZoneId zone = ZoneId.of("Asia/Shanghai");

        assertThatThrownBy(() -> Heat.read(heat))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("many");
        assertThatThrownBy(() -> Heat.read(unknown)).hasMessageContaining("colour");
        assertThatThrownBy(() -> new MessageFile(table, zone).read()).hasMessageContaining("留言编号");
        assertThatThrownBy(() -> new MessageFile(timeless, zone).read()).hasMessageContaining("昨天");
    }

    private static List<Message> messages(long likes) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < MIXER.size(); i++) {
            messages.add(message("M" + i, MIXER.get(i), i, 0));
        }
        for (int i = 0; i < BUSES.size(); i++) {
            messages.add(message("B" + i, BUSES.get(i), i, likes));
        }
        for (int i = 0; i < 60; i++) {
            messages.add(message("X" + i, "咨询" + (char) ('甲' + i) + (char) ('子' + 7 * i) + "事怎么办理", 20 + i, 0));
        }
        return messages;
    }

    private static Message message(String id, String title, int day, long likes) {
        return new Message(id, id, title, "", END.minus(Duration.ofDays(day)), likes, 0, false, Message.Scene.UNKNOWN);
    }
}
