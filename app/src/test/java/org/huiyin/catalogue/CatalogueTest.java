package org.huiyin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final TestApp app = TestApp.start();
    private final Visitor visitor = Visitor.to(app);

    @Test
    void places_open_level_by_level() {
        assertThat(visitor.get("/places").body()).contains("\"code\":\"4210\"");
        assertThat(visitor.get("/places?parent=421002").body())
                .contains(
                        "{\"code\":\"421002005\",\"name\":\"朝阳街道\",\"path\":\"沙市区 · 朝阳街道\",\"level\":\"town\",\"more\":true}");
        assertThat(visitor.get("/places?parent=421002&lang=en").body()).contains("Chaoyang Subdistrict");
        assertThat(visitor.get("/places?parent=999999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_place_is_found_by_part_of_its_name() {
        assertThat(visitor.get("/places/search?q=" + encode("红星路")).body()).contains("沙市区 · 朝阳街道 · 红星路社区");
    }

    @Test
    void without_boundaries_a_position_is_only_near_a_place() {
        assertThat(visitor.get("/places/at?lat=30.31&lon=112.26").body()).contains("\"in\":null", "沙市区");
        assertThat(visitor.get("/places/at?lat=1000&lon=112.26").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/places/at?lat=NaN&lon=112.26").statusCode()).isEqualTo(400);
    }

    @Test
    void the_catalogue_of_units_is_for_staff() {
        assertThat(Visitor.location(visitor.get("/units/search?q=x"))).isEqualTo("/sign-in");

        var found = Visitor.signedIn(app, "hotline").get("/units/search?q=" + encode("沙市 住建"));

        assertThat(found.body()).contains("沙市区住房和城乡建设局");
        assertThat(Visitor.signedIn(app, "hotline")
                        .get("/units/search?q=" + encode("路灯"))
                        .body())
                .contains("市政设施处", "荆州市人民政府 › 市城市管理执法委员会 › 市政设施处");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
