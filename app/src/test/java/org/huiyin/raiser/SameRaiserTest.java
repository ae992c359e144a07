package org.huiyin.raiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SameRaiserTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);

    @Test
    void the_office_finds_all_matters_of_a_telephone_however_it_is_written_and_that_it_looked_is_kept() {
        String phone =
                "139" + String.valueOf(10_000_000 + Math.abs(UUID.randomUUID().hashCode() % 89_999_999));
        String first = handling.raise(Map.of("raiser-phone", phone)).number();
        String second = handling.raise(Map.of("raiser-phone", "+86" + phone)).number();
        String against = handling.raise(Map.of("raiser-phone", phone, "complained-of", handling.unit("t421002005")))
                .number();
        Visitor clerk = Visitor.signedIn(app, "chaoyang");

        String found = search(clerk, phone.substring(0, 3) + " " + phone.substring(3), "核对是否重复反映");

        assertThat(found).contains(first, second).doesNotContain(against);
        assertThat(clerk.get("/desk/matters/" + first).body()).contains("同一电话还反映过 1 件", second);
        assertThat(Visitor.signedIn(app, "zhujian").get("/desk/raisers").statusCode())
                .isEqualTo(403);
        long kept = app.bean(JdbcClient.class)
                .sql("select count(*) from raiser_search where reason = '核对是否重复反映' and found = 2")
                .query(Long.class)
                .single();
        assertThat(kept).isEqualTo(1);
        assertThat(search(clerk, phone, " ")).doesNotContain(first);
        assertThat(search(clerk, "or 1=1", "试试")).doesNotContain(first);
        assertThat(Caller.nobody(app).get("/api/v1/matters/" + first).body().toString())
                .doesNotContain(phone);
    }

    private static String search(Visitor clerk, String phone, String reason) {
        return clerk.post("/desk/raisers", "/desk/raisers", Map.of("phone", phone, "reason", reason))
                .body();
    }
}
