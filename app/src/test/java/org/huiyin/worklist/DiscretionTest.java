package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Place;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The county's building bureau handles a complaint about itself, raised from one building of one estate. */
class DiscretionTest {

    private static final String UNIT = "zhujian";

    private final TestApp app = TestApp.start();
    private final Town town = new Town(app);
    private final Caller resident = Caller.of(app, "resident");

    private String photo = "";
    private String document = "";
    private Place building = town.building();
    private MatterNumber number = new MatterNumber(20260000001L);

    @BeforeEach
    void complain() {
        photo = resident.upload("赵小芳家门口.jpg", Handling.photo());
        document = resident.upload("赵小芳的证明.txt", "住户赵小芳，身份证另附".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> fields = Map.of(
                "title", "住建局装修垃圾堆在楼下" + UUID.randomUUID(),
                "description", "楼下垃圾堆了一周。",
                "place", building.code(),
                "where", "三楼东户门外的走廊",
                "position", "30.334800,112.239700",
                "category", "roads",
                "kind", "complaint",
                "complained-of", (long) town.unit("ss-zj"));
        var answer = resident.post(
                "/api/v1/matters", Map.of("fields", fields, "evidence", List.of(photo, document)), Town.key());
        number = MatterNumber.parse(answer.text("number"));
        town.dispatch(number);
    }

    @Test
    void no_page_and_no_program_tells_the_unit_where_exactly_or_under_which_file_names() {
        String page = "/desk/matters/" + number;
        for (String login : new String[] {UNIT, "zhujian-head"}) {
            var handler = Visitor.signedIn(app, login);
            String shown = handler.get(page).body()
                    + handler.get(page + "/beside").body()
                    + handler.get("/desk?list=to-sign&open=" + number).body()
                    + handler.get("/desk?list=to-sign").body()
                    + handler.get("/m/" + number).body()
                    + handler.get("/api/v1/matters/" + number).body();

            assertThat(shown)
                    .contains("装修垃圾", "/attachments/" + photo)
                    .doesNotContain(
                            "赵小芳",
                            "三楼东户",
                            "112.239700",
                            building.code(),
                            building.name().zh(),
                            document);
        }
    }

    @Test
    void whoever_is_not_complained_of_still_sees_where_and_what() {
        String shown =
                Visitor.signedIn(app, "chaoyang").get("/desk/matters/" + number).body();

        assertThat(shown).contains("赵小芳家门口.jpg", "三楼东户", building.name().zh(), "/attachments/" + document);
    }

    @Test
    void the_photo_comes_without_its_name_and_the_document_not_at_all() {
        var handler = Visitor.signedIn(app, UNIT);
        var clerk = Visitor.signedIn(app, "chaoyang");

        var picture = handler.get("/attachments/" + photo);

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Disposition").orElseThrow())
                .doesNotContain("%E8%B5%B5")
                .contains("image-");
        assertThat(handler.get("/attachments/" + document).statusCode()).isEqualTo(404);
        assertThat(handler.get("/api/v1/attachments/" + document).statusCode()).isEqualTo(404);
        assertThat(clerk.get("/attachments/" + document).statusCode()).isEqualTo(200);
        assertThat(clerk.get("/attachments/" + photo)
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .contains("%E8%B5%B5");
    }

    @Test
    void filters_do_not_tell_the_unit_which_building_it_was() {
        var handler = Visitor.signedIn(app, UNIT);
        String other = building.code().substring(0, building.code().length() - 1) + "9";

        String here = handler.get("/desk?list=to-sign&place=" + building.code()).body();
        String there = handler.get("/desk?list=to-sign&place=" + other).body();

        assertThat(here).contains(number.toString());
        assertThat(there).contains(number.toString());
    }

    @Test
    void a_post_at_another_office_does_not_open_what_the_unit_must_not_know() {
        var head = Visitor.signedIn(app, "zhujian-head");
        var dispatching = town.post("zhujian-head", "DISPATCHER");
        head.post("/account", "/account/post", Map.of("post", String.valueOf(dispatching.post())));
        String page = "/desk/matters/" + number;

        String shown = head.get(page).body();

        assertThat(shown)
                .contains("装修垃圾")
                .doesNotContain("三楼东户", "赵小芳", building.name().zh());
        assertThat(head.post(page, page + "/unsealing", Map.of("reason", "想知道是谁"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_unit_s_inbox_brings_no_words_of_the_raiser_about_themselves() {
        assertThat(resident.step(number.toString(), "withdraw", Map.of("withdraw-reason", "赵小芳已经搬走"))
                        .status())
                .isEqualTo(200);

        String inbox = Visitor.signedIn(app, UNIT).get("/desk/inbox").body();

        assertThat(inbox).contains(number.toString()).doesNotContain("赵小芳");
    }

    @Test
    void a_colleague_who_raised_it_is_not_named_to_the_unit() {
        MatterNumber raised = town.raiseBy("grid", Map.of("complained-of", (long) town.unit("ss-zj")));
        town.dispatch(raised);
        var handler = Visitor.signedIn(app, UNIT);

        JsonNode first = Caller.of(app, UNIT)
                .get("/api/v1/matters/" + raised)
                .body()
                .path("steps")
                .path(0);

        assertThat(first.path("unit").asInt()).isZero();
        assertThat(handler.get("/desk/matters/" + raised).body())
                .doesNotContain(town.actor("grid").name());
    }

    @Test
    void the_public_sees_what_proves_an_answer_without_file_names() {
        var handling = new Handling(app);
        var matter = handling.raise(Map.of());
        handling.answer(matter.number());

        String shown = Visitor.to(app).get("/m/" + matter.number()).body();

        assertThat(shown).contains("/attachments/").doesNotContain("灯.jpg");
    }
}
