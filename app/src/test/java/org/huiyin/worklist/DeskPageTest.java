package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class DeskPageTest {

    private final TestApp app = TestApp.start();
    private final Town town = new Town(app);

    @Test
    void a_dispatcher_finds_what_is_raised_in_the_street() {
        MatterNumber number = town.raise(Map.of("title", "巷口井盖丢失"));

        String page = Visitor.signedIn(app, "chaoyang")
                .get("/desk?list=to-dispatch&q=井盖丢失")
                .body();

        assertThat(page).contains(number.toString(), "巷口井盖丢失", "待派单", "data-key=\"d\"");
    }

    @Test
    void each_role_has_lists_of_its_own() {
        assertThat(Visitor.signedIn(app, "chaoyang").get("/desk").body())
                .contains("list=to-dispatch", "list=returned")
                .doesNotContain("list=to-sign");
        assertThat(Visitor.signedIn(app, "zhujian").get("/desk").body())
                .contains("list=to-sign", "list=co-handling")
                .doesNotContain("list=to-dispatch");
        assertThat(Visitor.signedIn(app, "duban").get("/desk").body())
                .contains("list=to-dispatch", "list=to-decide", "list=overdue");
        assertThat(Visitor.signedIn(app, "grid").get("/desk").body()).contains("您的岗位没有待办清单", "/raise");
    }

    @Test
    void a_clerk_of_another_town_finds_nothing_of_it() {
        town.raise(Map.of("title", "别处看不到的事"));

        String page = Visitor.signedIn(app, "t421002001.d")
                .get("/desk?list=to-dispatch")
                .body();

        assertThat(page).doesNotContain("别处看不到的事");
    }

    @Test
    void filters_narrow_the_list_and_can_be_taken_away() {
        town.raise(Map.of("title", "噪声很大睡不着", "category", "noise"));
        var clerk = Visitor.signedIn(app, "chaoyang");

        assertThat(clerk.get("/desk?list=to-dispatch&category=noise&q=睡不着").body())
                .contains("噪声很大睡不着");
        assertThat(clerk.get("/desk?list=to-dispatch&category=parking&q=睡不着").body())
                .contains("没有符合条件的事项", "去掉筛选");
        assertThat(clerk.get("/desk?list=to-dispatch&place=421002001&q=睡不着").body())
                .contains("没有符合条件的事项");
    }

    @Test
    void pages_lead_on_and_back_without_losing_a_row() {
        for (int i = 0; i < 120; i++) {
            town.raise(Map.of("title", "翻页试验第" + i + "号"));
        }
        var clerk = Visitor.signedIn(app, "chaoyang");

        String first = clerk.get("/desk?list=to-dispatch&q=翻页试验").body();
        String second = clerk.get(link(first, "next")).body();
        String third = clerk.get(link(second, "next")).body();

        assertThat(rows(first) + rows(second) + rows(third)).isEqualTo(120);
        assertThat(third).doesNotContain("rel=\"next\"");
        assertThat(rows(clerk.get(link(third, "prev")).body())).isEqualTo(50);
        assertThat(clerk.get(link(second, "prev")).body()).doesNotContain("rel=\"prev\"");
    }

    @Test
    void a_number_typed_into_the_search_opens_the_matter() {
        MatterNumber number = town.raise(Map.of());

        var answer = Visitor.signedIn(app, "chaoyang").get("/desk?q=" + number);

        assertThat(Visitor.location(answer)).isEqualTo("/desk/matters/" + number);
    }

    @Test
    void a_view_is_kept_under_a_name_and_forgotten_again() {
        var clerk = Visitor.signedIn(app, "chaoyang");
        String desk = "/desk?list=to-dispatch&category=noise";

        clerk.post(desk, "/desk/views", Map.of("name", "噪声的", "from", "list=to-dispatch&category=noise"));

        String page = clerk.get("/desk").body();
        assertThat(page).contains("href=\"/desk?list=to-dispatch&amp;category=noise\"", "噪声的");
        String id = page.replaceFirst("(?s).*action=\"/desk/views/(\\d+)/removal\".*", "$1");
        assertThat(Visitor.signedIn(app, "zhujian").get("/desk").body()).doesNotContain("噪声的");
        clerk.post(desk, "/desk/views/" + id + "/removal", Map.of());
        assertThat(clerk.get("/desk?list=to-dispatch").body()).doesNotContain(">噪声的<");
    }

    @Test
    void an_address_full_of_nonsense_opens_the_desk_all_the_same() {
        var clerk = Visitor.signedIn(app, "chaoyang");

        assertThat(clerk.get("/desk?list=%3Cscript%3E&at=~~zz.zz~9&place=%27--&open=1&urgency=%27")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String link(String page, String rel) {
        String found = page.replaceFirst("(?s).*rel=\"" + rel + "\" href=\"([^\"]+)\".*", "$1");
        return found.replace("&amp;", "&");
    }

    private static int rows(String page) {
        return page.split("<tr data-number=", -1).length - 1;
    }
}
