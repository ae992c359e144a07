package org.huiyin.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class KeptPagesTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);

    @Test
    void a_page_is_made_once_for_everybody_and_anew_after_the_next_step() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Shelf shelf = new Shelf(() -> 0);
        Shelf.Making making = () -> kept("page " + made.incrementAndGet());

        for (int i = 0; i < 3; i++) {
            shelf.get("a", making);
        }
        assertThat(made).hasValue(1);

        shelf.stored();
        shelf.get("a", making);
        assertThat(made).hasValue(2);
    }

    @Test
    void a_page_is_made_anew_after_two_seconds() throws Exception {
        AtomicInteger made = new AtomicInteger();
        AtomicLong now = new AtomicLong();
        Shelf shelf = new Shelf(now::get);
        Shelf.Making making = () -> kept("page " + made.incrementAndGet());

        shelf.get("a", making);
        now.set(Shelf.FRESH.toNanos() - 1);
        shelf.get("a", making);
        assertThat(made).hasValue(1);

        now.set(Shelf.FRESH.toNanos());
        shelf.get("a", making);
        assertThat(made).hasValue(2);
    }

    @Test
    void many_who_ask_at_once_wait_for_one() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Shelf shelf = new Shelf(() -> 0);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Shelf.Making slow = () -> {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return kept("page " + made.incrementAndGet());
        };

        List<Thread> askers = List.of(asker(shelf, slow), asker(shelf, slow), asker(shelf, slow));
        begun.await();
        go.countDown();
        for (Thread asker : askers) {
            asker.join();
        }

        assertThat(made).hasValue(1);
    }

    private static Thread asker(Shelf shelf, Shelf.Making making) {
        return Thread.ofVirtual().start(() -> {
            try {
                shelf.get("a", making);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void nothing_of_one_reader_stands_on_the_page_of_another() {
        Visitor one = Visitor.to(app);
        one.formToken("/"); // has a token for forms now
        HttpResponse<String> first = one.get("/board");
        Visitor clerk = Visitor.signedIn(app, "chaoyang");
        HttpResponse<String> own = clerk.get("/board");
        HttpResponse<String> again = Visitor.to(app).get("/board");

        assertThat(first.body()).contains("<body data-shape=\"wide\">");
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(own.body()).contains("data-csrf=").isNotEqualTo(again.body());
        assertThat(own.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(again.headers().firstValue("Cache-Control")).contains("public, max-age=2");
    }

    @Test
    void each_language_has_a_page_of_its_own() {
        Visitor visitor = Visitor.to(app);

        String english = visitor.send(HttpRequest.newBuilder(app.at("/board")).header("Accept-Language", "en"))
                .body();
        String chinese = visitor.send(HttpRequest.newBuilder(app.at("/board")).header("Accept-Language", "zh"))
                .body();

        assertThat(english).contains("lang=\"en\"", "Open board");
        assertThat(chinese).contains("lang=\"zh-CN\"", "公示");
    }

    @Test
    void a_language_that_is_chosen_is_remembered() {
        HttpResponse<String> chosen = Visitor.to(app).get("/board?lang=en");

        assertThat(chosen.headers().firstValue("Set-Cookie").orElse("")).contains("huiyin-lang=en");
    }

    @Test
    void whoever_takes_a_step_sees_it_on_the_board_at_once() {
        Visitor visitor = Visitor.to(app);
        visitor.get("/board?list=problem");

        String number = handling.raise("刚刚反映的路灯").number();

        assertThat(visitor.get("/board?list=problem").body()).contains(number);
    }

    @Test
    void a_page_goes_zipped_to_those_who_take_it() {
        HttpResponse<String> zipped =
                Visitor.to(app).send(HttpRequest.newBuilder(app.at("/board")).header("Accept-Encoding", "gzip"));
        HttpResponse<String> head =
                Visitor.to(app).send(HttpRequest.newBuilder(app.at("/board")).HEAD());

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
    }

    private static Kept kept(String text) {
        return Kept.of("text/html", text.getBytes(StandardCharsets.UTF_8), null, "no-cache");
    }
}
