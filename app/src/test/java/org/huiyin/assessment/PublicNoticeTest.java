package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.frame.Formats;
import org.huiyin.org.Actor;
import org.huiyin.programme.Measures;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Anybody objects to a published ranking; who did not publish it decides; upheld, it is published again with a note. */
class PublicNoticeTest {

    private static final TestApp APP = ToldCity.another();
    private static final String WORDS = "三月份我单位有两件属于派单错误，已经裁定，不应计入。";

    private final Visitor visitor = Visitor.to(APP);
    private final Visitor supervisor = Visitor.signedIn(APP, "duban");
    private final RankingObjections objections = APP.bean(RankingObjections.class);

    private long published(int secondsAgo) {
        Assessment assessment = APP.bean(Assessment.class);
        Measures measures =
                assessment.measures("three-lists", APP.clock().instant()).orElseThrow();
        Period period = Period.parse(ToldCity.MONTH, measures, Formats.ZONE).orElseThrow();
        assessment.publish(measures, period, assessment.settled().minusSeconds(secondsAgo), Actor.SYSTEM, "");
        return assessment.published("three-lists", period).getFirst().id();
    }

    @Test
    void an_upheld_objection_has_the_ranking_published_again_and_both_say_so() {
        long ranking = published(300);
        String page = visitor.get("/board/rankings/" + ranking).body();
        assertThat(page).contains("公示期到", "/objections/new?ranking=" + ranking);

        HttpResponse<String> sent = object(ranking, WORDS);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        RankingObjection objection = objections.of(ranking).getFirst();
        assertThat(objection.decideBy()).isAfter(objection.raisedAt());
        assertThat(visitor.get("/objections").body()).contains("异议待定").doesNotContain("派单错误");
        assertThat(supervisor.get("/desk").body()).contains("/desk/objections");
        assertThat(supervisor.get("/desk/objections/" + objection.id()).body()).contains(WORDS);

        HttpResponse<String> decided = decide(objection, "upheld");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(303);

        RankingObjection.Ended ended = Objects.requireNonNull(
                objections.find(objection.id()).orElseThrow().ended());
        Long again = ended.republished();
        assertThat(again).isNotNull().isNotEqualTo(ranking);
        assertThat(visitor.get("/board/rankings/" + again + "?fresh=1").body()).contains("因这项异议成立而重新公布");
        assertThat(visitor.get("/board/rankings/" + ranking + "?fresh=1").body())
                .contains("异议成立", "/board/rankings/" + again);
        assertThat(decide(objection, "dismissed").statusCode()).isEqualTo(409);
        assertThat(object(ranking, WORDS).statusCode()).isEqualTo(409); // a later one took its place
    }

    @Test
    void a_dismissed_objection_says_why_and_leaves_the_ranking() {
        long ranking = published(200);
        object(ranking, WORDS);
        RankingObjection objection = objections.of(ranking).getFirst();

        decide(objection, "dismissed");

        assertThat(visitor.get("/board/rankings/" + ranking + "?fresh=2").body())
                .contains("异议不成立", "经复核两件已按规定剔除")
                .doesNotContain("属于派单错误");
    }

    @Test
    void only_supervisors_of_the_whole_city_read_and_decide() {
        assertThat(Visitor.signedIn(APP, "chengguan-head")
                        .get("/desk/objections")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.location(visitor.get("/desk/objections/1"))).startsWith("/sign-in");
        assertThat(supervisor.get("/desk/objections/999999").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> decide(RankingObjection objection, String decision) {
        return supervisor.post(
                "/desk",
                "/desk/objections/" + objection.id(),
                Map.of("decision", decision, "reasons", "经复核两件已按规定剔除，其余无误。"));
    }

    private HttpResponse<String> object(long ranking, String words) {
        Map<String, String> fields = new HashMap<>(Map.of("ranking", Long.toString(ranking), "objection", words));
        fields.put("key", UUID.randomUUID().toString());
        return visitor.post("/objections/new?ranking=" + ranking, "/objections", fields);
    }
}
