package org.huiyin.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.huiyin.outbound.Reply.Why;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> calledAt = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private final Outbound closed = new Outbound(List.of());
    private final Outbound allowing = new Outbound(List.of(Network.parse("127.0.0.2/32")));

    OutboundTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/ok", exchange -> {
            calls.incrementAndGet();
            calledAt.add(exchange.getLocalAddress().getAddress().getHostAddress());
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("x".repeat(5000).getBytes());
            exchange.close();
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/ok");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        closed.close();
        allowing.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "10.1.2.3",
                "172.20.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "[::1]",
                "[::]",
                "[fe80::1]",
                "[fd00::1]",
                "[::ffff:127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "2130706433",
                "0x7f.0.0.1",
                "017700000001"
            })
    void nothing_inside_is_called(String host) {
        Reply reply = closed.get(URI.create("http://" + host + ":" + port() + "/ok"), 100);

        assertThat(reply).isNotInstanceOf(Reply.Answered.class);
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/x",
                "file:///etc/passwd",
                "https://user:secret@example.org/",
                "https:///x",
                "mailto:a@example.org",
                "jar:https://example.org!/x"
            })
    void only_web_addresses_without_passwords_are_called(String address) {
        assertThat(closed.objection(URI.create(address))).contains(Why.NO_WEB_ADDRESS);
        assertThat(closed.get(URI.create(address), 100)).isEqualTo(new Reply.NotCalled(Why.NO_WEB_ADDRESS));
    }

    @Test
    void an_allowed_network_is_called_and_only_as_much_read_as_is_wanted() {
        Reply reply = allowing.get(URI.create("http://127.0.0.2:" + port() + "/ok"), 100);

        assertThat(reply).isInstanceOfSatisfying(Reply.Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.body()).hasSize(100);
            assertThat(answered.whole()).isFalse();
        });
    }

    @Test
    void a_redirect_leads_nowhere_inside() {
        URI away = URI.create("http://127.0.0.2:" + port() + "/away");

        assertThat(allowing.get(away, 100)).isEqualTo(new Reply.NotCalled(Why.INSIDE));
        assertThat(allowing.post(away, Map.of(), new byte[0], 100))
                .as("what is sent follows no redirect at all")
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(302));
        assertThat(calls).hasValue(0);
    }

    /** The name led outside when the address was looked at, and leads inside when it is called. */
    @Test
    void a_name_that_leads_elsewhere_when_it_is_called_is_judged_by_where_it_leads_then() {
        for (String inside : List.of("127.0.0.1", "10.0.0.8", "169.254.169.254", "::1", "fd00::1")) {
            Turning names = new Turning(List.of("203.0.112.1"), List.of(inside));
            try (Outbound turned = new Outbound(List.of(), names)) {
                URI hook = URI.create("https://hooks.example.org:" + port() + "/ok");

                assertThat(turned.objection(hook)).isEmpty();
                assertThat(turned.post(hook, Map.of(), new byte[0], 100))
                        .as(inside)
                        .isEqualTo(new Reply.NotCalled(Why.INSIDE));
            }
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void one_address_inside_among_others_and_the_name_is_not_called() {
        Turning names = new Turning(List.of("203.0.112.1", "127.0.0.1"));
        try (Outbound turned = new Outbound(List.of(), names)) {
            assertThat(turned.objection(URI.create("https://hooks.example.org/ok")))
                    .contains(Why.INSIDE);
        }
    }

    /** Whoever answers for the name answers otherwise each time; what was judged is what is called. */
    @Test
    void a_call_asks_for_the_name_once_and_calls_what_was_answered() {
        Turning names = new Turning(List.of("127.0.0.2"), List.of("127.0.0.1"), List.of("127.0.0.1"));
        try (Outbound turned = new Outbound(List.of(Network.parse("127.0.0.2/32")), names)) {
            URI hook = URI.create("http://hooks.example.org:" + port() + "/ok");

            assertThat(turned.post(hook, Map.of(), new byte[0], 100)).isInstanceOf(Reply.Answered.class);
            assertThat(names.asked).hasValue(1);
            assertThat(calledAt).containsExactly("127.0.0.2");
        }
    }

    /** Answers for names as a test wants it, otherwise each time; the last answer stands. */
    private static final class Turning implements DnsResolver {

        private final AtomicInteger asked = new AtomicInteger();
        private final List<List<String>> answers;

        @SafeVarargs
        Turning(List<String>... answers) {
            this.answers = List.of(answers);
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            List<String> answer = answers.get(Math.min(asked.getAndIncrement(), answers.size() - 1));
            InetAddress[] found = new InetAddress[answer.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(answer.get(i));
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Test
    void nothing_is_sent_unencrypted_but_inside_allowed_networks() {
        assertThat(allowing.objection(URI.create("http://203.0.112.1/hook"))).contains(Why.NOT_ENCRYPTED);
        assertThat(allowing.objection(URI.create("http://127.0.0.2/hook"))).isEmpty();
        assertThat(allowing.objection(URI.create("https://203.0.112.1/hook"))).isEmpty();
        assertThat(allowing.objection(URI.create("https://203.0.112.1:25/hook")))
                .contains(Why.PORT);
        assertThat(allowing.objection(URI.create("https://127.0.0.1/hook"))).contains(Why.INSIDE);
        assertThat(allowing.post(URI.create("http://203.0.112.1/hook"), Map.of(), new byte[0], 100))
                .isEqualTo(new Reply.NotCalled(Why.NOT_ENCRYPTED));
    }

    @Test
    void what_does_not_answer_has_failed() {
        server.stop(0);

        assertThat(allowing.get(URI.create("http://127.0.0.2:" + port() + "/ok"), 100))
                .isEqualTo(new Reply.Failed("no-connection"));
    }

    @Test
    void networks_are_read_strictly() throws UnknownHostException {
        assertThat(Network.parse("10.20.0.0/16").holds(InetAddress.getByName("10.20.255.1")))
                .isTrue();
        assertThat(Network.parse("10.20.0.0/16").holds(InetAddress.getByName("10.21.0.1")))
                .isFalse();
        assertThat(Network.open(InetAddress.getByName("8.8.8.8"))).isTrue();
        assertThat(Network.open(InetAddress.getByName("2606:4700::1111"))).isTrue();
        for (String wrong : List.of("10.0.0.0/40", "intranet", "10.0.0.0/x", "")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Network.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
