package org.huiyin.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Examination;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Who came, what came of it, and what was found. */
class AttendanceTest {

    private final Street town = new Street();

    @Test
    void the_code_on_the_wall_takes_down_whoever_is_there_and_no_other_code_does() throws Exception {
        String path = town.planned("用药讲座", "10");
        String other = town.planned("另一场讲座", "10");
        Visitor guest = town.signedUp(path, "王小明", "13800000001");
        String early = town.scanned(path, 1);

        assertThat(arrive(guest, path, early).body()).as("from tomorrow").contains("还没有开始");
        town.clock.moveTo("2026-03-04T08:50");
        String fresh = town.scanned(path, 1);
        assertThat(guest.get(early).body()).as("an old one").contains("签到码已更换");
        assertThat(guest.get(town.scanned(other, 1).replace(id(other), id(path)))
                        .body())
                .as("one of another activity")
                .contains("签到码已更换");
        town.clock.forward(Duration.ofSeconds(30));
        assertThat(Visitor.location(arrive(guest, path, fresh))).isEqualTo(Street.open(path));

        assertThat(town.street.get(path).body()).contains("扫码签到");
        assertThat(guest.get(Street.open(path)).body()).contains("您参加过这次活动", "您的评价");
        assertThat(guest.post(Street.open(path), Street.open(path) + "/ratings", Map.of("words", "很好"))
                        .body())
                .as("nothing is chosen for anybody")
                .contains("请选满意");
        guest.post(Street.open(path), Street.open(path) + "/ratings", Map.of("satisfied", "yes", "words", "很好"));
        assertThat(town.street.get(path).body()).contains("参加者评价（1）", "很好");
        Visitor stranger = Visitor.to(town.app);
        String form = stranger.get(town.scanned(path, 1)).body();
        Map<String, String> who = new HashMap<>(
                Map.of("name", "李四", "phone", "13800000009", "session", "1", "ticket", Street.ticket(form)));
        String sent = stranger.post(Street.open(path), Street.open(path) + "/arrival", who)
                .body();
        who.put("code", Street.code(sent));
        assertThat(stranger.post(Street.open(path), Street.open(path) + "/arrival", who)
                        .statusCode())
                .isEqualTo(303);
        assertThat(town.street.get(path).body()).contains("李四", "临时到场");
        assertThat(Examination.of(town.app)).isEmpty();
    }

    @Test
    void the_list_is_ticked_once_however_often_it_is_sent_and_far_phones_are_marked() throws Exception {
        String path = town.planned("点名的讲座", "10");
        town.clock.moveTo("2026-03-04T09:05");
        String page = town.street.get(path + "/attendance").body();
        Map<String, String> ticked = new HashMap<>(Map.of(
                "who",
                Street.found("name=\"who\" value=\"(post:\\d+)\"", page),
                "session",
                "1",
                "position",
                "31.5,113.9",
                "key",
                UUID.randomUUID().toString()));

        assertThat(town.street.post(Street.FORM, path + "/attendance", ticked).statusCode())
                .isEqualTo(303);
        assertThat(town.street.post(Street.FORM, path + "/attendance", ticked).statusCode())
                .isEqualTo(303);
        ticked.put("key", UUID.randomUUID().toString());
        assertThat(town.street.post(Street.FORM, path + "/attendance", ticked).body())
                .contains("已经记过到场了");
        assertThat(town.street.get(path).body()).contains("点名到场");
        assertThat(town.grid.post(Street.FORM, path + "/attendance", ticked).statusCode())
                .as("not theirs to take")
                .isEqualTo(403);

        Map<String, String> hand = new HashMap<>(
                Map.of("people", "罗子涵", "session", "1", "key", UUID.randomUUID().toString()));
        assertThat(town.street.post(Street.FORM, path + "/attendance", hand).body())
                .contains("请写原因");
        hand.put("reason", "手机没电");
        assertThat(town.street.post(Street.FORM, path + "/attendance", hand).statusCode())
                .isEqualTo(303);
        assertThat(town.street.get(path).body()).contains("罗子涵", "手工补记", "手机没电");
        assertThat(Examination.of(town.app)).isEmpty();
    }

    @Test
    void a_finding_is_a_matter_in_one_tap_with_place_photo_and_those_who_were_there() throws Exception {
        String patrol = Visitor.location(town.grid.post(Street.FORM, "/desk/activities?kind=patrol", patrol()));
        String photo = Caller.of(town.app, "grid").upload("现场.jpg", Handling.photo());
        Map<String, String> finding = new HashMap<>(Map.of(
                "title", "窨井盖破损",
                "detail", "井盖裂成两半",
                "position", "30.334800,112.239700",
                "press", "raise",
                "kept", photo,
                "key", UUID.randomUUID().toString()));

        assertThat(town.grid.post(Street.FORM, patrol + "/findings", finding).statusCode())
                .isEqualTo(303);
        assertThat(town.grid.post(Street.FORM, patrol + "/findings", finding).statusCode())
                .isEqualTo(303);

        String page = town.grid.get(patrol).body();
        assertThat(page.split("窨井盖破损</strong>", -1))
                .as("once, though sent twice")
                .hasSize(2);
        String number = Street.found("/desk/matters/(\\d+)", page);
        assertThat(town.street.get("/desk/matters/" + number).body())
                .contains("窨井盖破损", "罗子涵", photo, patrol + "#findings", "网格上报");
        assertThat(town.grid
                        .post(Street.FORM, patrol + "/report", Map.of("stretch", "走了很远"))
                        .body())
                .contains("有 1 处要改", "走了很远");
        town.grid.post(Street.FORM, patrol + "/report", Map.of("stretch", "3.5", "note", "一切正常"));
        assertThat(town.grid.get(patrol).body()).contains("巡查里程（公里）", "3.5", "已完成");
        assertThat(Examination.of(town.app)).isEmpty();
    }

    @Test
    void the_way_of_a_patrol_is_drawn_and_what_is_odd_about_it_is_said() throws Exception {
        String patrol = Visitor.location(town.grid.post(Street.FORM, "/desk/activities?kind=patrol", patrol()));
        long began = Instant.parse("2026-03-03T00:30:00Z").getEpochSecond();
        // 1.11 km in ten minutes, then twenty minutes of silence over 556 m
        String walked = "30.33000,112.24000,%d;30.33500,112.24000,%d;30.34000,112.24000,%d;30.34500,112.24000,%d"
                .formatted(began, began + 300, began + 600, began + 1800);

        assertThat(report(patrol, "到处走走").body()).contains("轨迹应为至少两个");
        assertThat(report(patrol, walked.replace(Long.toString(began + 1800), Long.toString(began + 86_400)))
                        .body())
                .contains("还没有到的时间");
        assertThat(report(patrol, walked).statusCode()).isEqualTo(303);

        assertThat(town.grid.get(patrol).body())
                .contains("1.67 公里，30 分钟", "<path class=\"way-line\" d=\"M", "途中共有 20 分钟没有记录到位置")
                .doesNotContain("像是乘车", "不在活动当天");
        String driven = "30.33000,112.24000,%d;30.36000,112.24000,%d".formatted(began - 86_400, began - 86_300);
        report(patrol, driven);
        assertThat(town.grid.get(patrol).body()).contains("像是乘车", "不在活动当天").doesNotContain("没有记录到位置");
        assertThat(Examination.of(town.app)).isEmpty();
    }

    private HttpResponse<String> report(String patrol, String way) {
        return town.grid.post(
                Street.FORM,
                patrol + "/report",
                Map.of("gps", way, "key", UUID.randomUUID().toString()));
    }

    private Map<String, String> patrol() {
        Map<String, String> form = new HashMap<>(Map.of(
                "title", "晨间巡查",
                "day-1", "2026-03-03",
                "from-1", "08:30",
                "to-1", "09:30",
                "place", "42100200500101",
                "hosts", "罗子涵"));
        form.put("key", UUID.randomUUID().toString());
        return form;
    }

    private static java.net.http.HttpResponse<String> arrive(Visitor guest, String path, String scanned) {
        String ticket = Street.ticket(guest.get(scanned).body());
        return guest.post(Street.open(path), Street.open(path) + "/arrival", Map.of("session", "1", "ticket", ticket));
    }

    private static String id(String path) {
        return "/" + path.substring(path.lastIndexOf('/') + 1) + "/";
    }
}
