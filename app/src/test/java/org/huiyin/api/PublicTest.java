package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What anybody reads by a program. */
class PublicTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Caller nobody = Caller.nobody(app);

    @Test
    void places_programmes_and_samples_are_public() {
        assertThat(nobody.get("/api/v1/places/" + Handling.PLACE).text("level")).isEqualTo("village");
        assertThat(nobody.get("/api/v1/places?parent=421002&limit=200")
                        .body()
                        .path("items")
                        .size())
                .isPositive();
        assertThat(nobody.get("/api/v1/places/at?latitude=30.32&longitude=112.25")
                        .body()
                        .has("metres"))
                .isTrue();
        assertThat(nobody.get("/api/v1/places/at?latitude=north&longitude=1").text("parameter"))
                .isEqualTo("latitude");
        JsonNode programme = nobody.get("/api/v1/programmes/three-lists").body();
        assertThat(programme
                        .path("steps")
                        .path(0)
                        .path("fields")
                        .path("properties")
                        .has("title"))
                .isTrue();
        assertThat(new HashSet<>(
                        nobody.get("/api/v1/categories").body().path("items").findValuesAsString("name")))
                .contains("roads");
        assertThat(nobody.get("/api/v1/samples").status()).isEqualTo(200);
        assertThat(nobody.get("/api/v1/units").status()).isEqualTo(401);
        assertThat(Caller.of(app, "resident").get("/api/v1/units").status()).isEqualTo(403);
    }

    @Test
    void the_board_adds_up_and_shows_what_is_public() {
        String number = handling.raise("公示上的路灯不亮").number();
        handling.raise(Map.of("title", "不公开的事", "confidential", true));

        JsonNode board = nobody.get("/api/v1/board").body();
        Answer rows = nobody.get("/api/v1/board/matters?list=problem");

        long sum = board.path("lists").valueStream().mapToLong(JsonNode::asLong).sum();
        assertThat(sum).isEqualTo(board.path("raised").asLong());
        assertThat(rows.body().path("items").findValuesAsString("number")).contains(number);
        assertThat(rows.body().toString()).doesNotContain("不公开的事");
        assertThat(nobody.get("/api/v1/board/matters?list=wishes").text("parameter"))
                .isEqualTo("list");
    }
}
