package org.huiyin.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Feeds hold what RFC 4287 says they must. */
class FeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor visitor = Visitor.to(app);

    @Test
    void feeds_hold_everything_they_must() throws Exception {
        handling.answer(handling.raise("路灯<b>不亮</b> & \"老人\"摔倒").number());

        for (String path : new String[] {
            "/board/matters.atom", "/board/answers.atom?place=421002", "/board/matters.atom?list=result&lang=en"
        }) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
            hold(parse(answer.body()), path);
        }
    }

    @Test
    void signs_xml_has_no_place_for_are_left_out() {
        assertThat(AtomFeed.clean("灯\u0007不\uFFFE亮\n😀\uD800")).isEqualTo("灯不亮\n😀");
    }

    @Test
    void a_feed_names_its_entries_alike_in_every_language_and_under_every_condition() throws Exception {
        handling.raise("庚辛壬路灯");

        Set<String> all = ids(parse(visitor.get("/board/matters.atom?lang=zh").body()));
        String narrow = "/board/matters.atom?list=problem&place=421002";
        Set<String> chinese = ids(parse(visitor.get(narrow + "&lang=zh").body()));
        Set<String> english = ids(parse(visitor.get(narrow + "&lang=en").body()));

        assertThat(english).isNotEmpty().isEqualTo(chinese);
        assertThat(all).containsAnyElementsOf(english);
    }

    @Test
    void whoever_has_it_already_is_told_so() {
        HttpResponse<String> first = visitor.get("/board/answers.atom");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(asked("If-None-Match", tag)).isEqualTo(304);
        assertThat(asked("If-None-Match", "W/\"other\", " + tag)).isEqualTo(304);
        assertThat(asked("If-Modified-Since", modified)).isEqualTo(304);
        assertThat(asked("If-None-Match", "W/\"other\"")).isEqualTo(200);
        assertThat(asked("If-Modified-Since", "yesterday")).isEqualTo(200);

        app.clock().forward(java.time.Duration.ofSeconds(2));
        handling.answer(handling.raise("路灯又不亮").number());
        assertThat(asked("If-None-Match", tag)).isEqualTo(200);
        assertThat(asked("If-Modified-Since", modified)).isEqualTo(200);
    }

    private int asked(String header, String value) {
        return visitor.send(
                        HttpRequest.newBuilder(app.at("/board/answers.atom")).header(header, value))
                .statusCode();
    }

    /** The musts of RFC 4287, 4.1.1 and 4.1.2, and 4.2.6: exactly one id, title and updated; ids are absolute IRIs and differ. */
    private static void hold(Element feed, String path) {
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(links(feed, "self")).as(path).hasSize(1).allMatch(link -> link.startsWith("http://"));
        List<Element> entries = children(feed, "entry");
        assertThat(entries).as(path).isNotEmpty();
        List<Element> all = new ArrayList<>(entries);
        all.add(feed);
        Set<String> ids = new HashSet<>();
        for (Element one : all) {
            for (String must : new String[] {"id", "title", "updated"}) {
                assertThat(children(one, must)).as(must).hasSize(1);
            }
            String id = children(one, "id").getFirst().getTextContent();
            assertThat(URI.create(id).isAbsolute()).as(id).isTrue();
            assertThat(ids.add(id)).as("once only: " + id).isTrue();
            OffsetDateTime.parse(children(one, "updated").getFirst().getTextContent());
            assertThat(links(one, "alternate")).as(id).hasSize(1).allMatch(link -> link.startsWith("http://"));
            boolean said = children(one, "content").isEmpty()
                    && children(one, "summary").isEmpty();
            assertThat(one == feed || !said || !links(one, "alternate").isEmpty())
                    .isTrue();
        }
        assertThat(children(feed, "author")).hasSize(1);
        children(feed, "author")
                .forEach(author -> assertThat(children(author, "name")).hasSize(1));
    }

    private static Set<String> ids(Element feed) {
        Set<String> ids = new HashSet<>();
        children(feed, "entry")
                .forEach(entry -> ids.add(children(entry, "id").getFirst().getTextContent()));
        return ids;
    }

    private static List<String> links(Element of, String relation) {
        return children(of, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static List<Element> children(Element of, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
