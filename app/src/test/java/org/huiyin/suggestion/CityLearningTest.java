package org.huiyin.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.huiyin.routing.CannotLearn;
import org.huiyin.routing.Learning;
import org.junit.jupiter.api.Test;

class CityLearningTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private static final Learning.Wish WISH =
            new Learning.Wish(NOW, "tester", List.of("title", "description"), "category", List.of());

    @Test
    void a_challenger_taught_nonsense_does_worse_on_what_neither_learned_from() {
        List<Ended> matters = matters(600);
        List<Ended> shuffled = shuffled(matters);
        List<Ended> compared = CityLearning.compared(matters, NOW);

        CityModel champion = CityLearning.from(matters, WISH, sentence -> {});
        CityModel challenger = CityLearning.from(shuffled, WISH, sentence -> {});

        CityLearning.Score good = CityLearning.score(champion, compared);
        assertThat(compared).hasSizeGreaterThanOrEqualTo(90).allMatch(one -> Learning.keptApart(one.labelled("")));
        assertThat(good.units()).isGreaterThan(good.n() * 9 / 10);
        assertThat(CityLearning.score(challenger, compared).betterThan(good)).isFalse();
        assertThat(good.betterThan(good)).isFalse();
        assertThat(challenger.suggest("路灯坏了", "路灯不亮", "421002005", unit -> true).unitSure())
                .isFalse();
    }

    @Test
    void nothing_is_said_below_one_half_however_low_the_learned_threshold_is() {
        CityModel model = CityLearning.from(matters(600), WISH, sentence -> {});
        CityModel eager = new CityModel(model.topics(), model.handled(), 0.1, 0.1);

        Advice sure = eager.suggest("路灯坏了", "路灯不亮", "421002005", unit -> true);
        Advice torn = eager.suggest("路灯不亮，雨后积水，校外补课", "", "421002005", unit -> true);

        assertThat(eager.categoryThreshold()).isEqualTo(CityModel.LEAST_SAID);
        assertThat(eager.unitThreshold()).isEqualTo(CityModel.LEAST_SAID);
        assertThat(sure.categorySure()).isTrue();
        assertThat(torn.categorySure()).isEqualTo(torn.categoryShare() >= 0.5);
    }

    @Test
    void what_was_noted_of_a_comparison_is_read_again() {
        assertThat(Learner.COMPARED.matcher("0+15 : 0+15 / 100").matches()).isTrue();
        assertThat(Learner.FEW.matcher("12 / 200").matches()).isTrue();
        assertThat(Learner.COMPARED.matcher("no room left").matches()).isFalse();
    }

    @Test
    void the_last_month_is_compared_and_older_ones_only_when_they_are_few() {
        List<Ended> compared = CityLearning.compared(matters(3000), NOW);

        assertThat(compared)
                .hasSizeGreaterThan(100)
                .allMatch(one -> one.raisedAt().isAfter(NOW.minus(Duration.ofDays(31))));
    }

    @Test
    void a_town_with_few_matters_is_judged_by_its_county_and_says_so() {
        List<Ended> matters = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            matters.add(ended(i, "421002001", "roads", 7));
        }
        matters.add(ended(40, "421002002", "roads", 8));
        Handled handled = Handled.of(matters, new Topics(Set.of()));

        assertThat(handled.shares("roads", "421002002"))
                .hasEntrySatisfying(7, share -> assertThat(share).isBetween(0.6, 0.8));
        assertThat(handled.grounds("roads", "421002002001", 7)).isEqualTo(new Advice.Grounds("421002", 41, 40));
        assertThat(handled.grounds("roads", "421002001", 7)).isEqualTo(new Advice.Grounds("421002001", 40, 40));
        assertThat(handled.shares("noise", "421002002")).isEmpty();
        assertThat(handled.shares("roads", "4210").values().stream()
                        .mapToDouble(share -> share)
                        .sum())
                .isBetween(0.999, 1.001);
    }

    @Test
    void bytes_that_were_changed_or_are_of_another_version_are_refused() {
        CityModel model = CityLearning.from(matters(300), WISH, sentence -> {});
        byte[] good = ModelBytes.of(model);
        byte[] changed = good.clone();
        changed[good.length - 3] ^= 1;
        byte[] other = good.clone();
        other["huiyin-city-".length()] = '9';

        CityModel again = ModelBytes.read(good, "m");

        assertThat(again.suggest("路灯", "路灯不亮", "421002005", unit -> true))
                .isEqualTo(model.suggest("路灯", "路灯不亮", "421002005", unit -> true));
        for (byte[] bad : List.of(
                changed,
                other,
                Arrays.copyOf(good, 40),
                Arrays.copyOf(good, 5),
                "x".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> ModelBytes.read(bad, "m")).isInstanceOf(CannotLearn.class);
        }
    }

    @Test
    void a_child_that_takes_too_long_is_ended_and_one_that_fails_says_why() {
        assertThat(Child.run(List.of("sleep", "60"), Map.of(), Duration.ofMillis(200)))
                .isInstanceOf(Child.End.TooLong.class);
        assertThat(Child.run(
                        List.of("sh", "-c", "echo first; echo no room >&2; exit 3"), Map.of(), Duration.ofSeconds(30)))
                .isEqualTo(new Child.End.Failed("no room"));
        assertThat(Child.run(List.of("true"), Map.of(), Duration.ofSeconds(30))).isInstanceOf(Child.End.Done.class);
        assertThat(Child.run(List.of("/nowhere/java"), Map.of(), Duration.ofSeconds(30)))
                .isInstanceOf(Child.End.Failed.class);
    }

    private static List<Ended> matters(int n) {
        Random random = new Random(3);
        List<List<String>> said = List.of(
                List.of("路灯不亮", "路灯坏了", "灯杆歪了"), List.of("下水道堵了", "雨后积水", "污水冒出来"), List.of("小学划片", "幼儿园收费", "校外补课"));
        List<Ended> matters = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int topic = random.nextInt(3);
            String thing = said.get(topic).get(random.nextInt(3));
            String place = random.nextBoolean() ? "421002005" : "421003002";
            matters.add(new Ended(
                    i,
                    "第" + random.nextInt(500) + "号" + thing,
                    "您好，这里" + thing + "，请处理",
                    place,
                    List.of("roads", "drainage", "education").get(topic),
                    "局",
                    10 * topic + (place.startsWith("421002") ? 1 : 2),
                    NOW.minus(Duration.ofHours(n - i))));
        }
        return matters;
    }

    private static List<Ended> shuffled(List<Ended> matters) {
        List<Ended> other = new ArrayList<>(matters);
        Collections.shuffle(other, new Random(4));
        List<Ended> shuffled = new ArrayList<>();
        for (int i = 0; i < matters.size(); i++) {
            Ended one = matters.get(i);
            shuffled.add(new Ended(
                    one.matter(),
                    one.title(),
                    one.body(),
                    one.place(),
                    other.get(i).category(),
                    one.office(),
                    other.get(i).unit(),
                    one.raisedAt()));
        }
        return shuffled;
    }

    private static Ended ended(int i, String place, String category, int unit) {
        return new Ended(i, "路灯" + i, "", place, category, "局", unit, NOW);
    }
}
