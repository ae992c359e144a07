package org.huiyin.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** What a reader of feeds that is not ours (ROME) makes of ours: it takes the bytes and their declared type, as a subscriber does. */
class FeedReaderTest {

    private static final String TITLE = "路灯<b>不亮</b> & \"老人\"摔倒 ]]> &lt;夜里&gt; 😀";

    private static final String UNIT = "市城市管理执法委员会";

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor visitor = Visitor.to(app);

    @Test
    void a_reader_of_its_own_reads_titles_as_they_were_written() throws Exception {
        String number = handling.raise(TITLE).number();

        Entry entry = about(number, read("/board/matters.atom"));

        assertThat(entry.getTitle()).isEqualTo(TITLE);
        assertThat(entry.getTitleEx().getType()).isIn(null, Content.TEXT);
    }

    @Test
    void a_reader_of_its_own_reads_the_very_second_something_was_raised_and_answered() throws Exception {
        app.clock().forward(Duration.ofMinutes(7));
        Instant raised = app.clock().instant();
        String number = handling.raise(TITLE).number();
        app.clock().forward(Duration.ofHours(5));
        handling.answer(number);

        Entry matter = about(number, read("/board/matters.atom?list=result"));
        Feed answers = read("/board/answers.atom");
        Entry answer = about(number, answers);

        assertThat(matter.getPublished()).isEqualTo(second(raised));
        assertThat(answer.getPublished()).isEqualTo(second(app.clock().instant()));
        assertThat(answer.getUpdated()).isEqualTo(answer.getPublished());
        assertThat(answers.getUpdated()).isEqualTo(answer.getUpdated());
        assertThat(answer.getContents())
                .extracting(Content::getValue)
                .singleElement()
                .asString()
                .contains("10盏路灯");
        assertThat(answer.getAuthors()).extracting(author -> author.getName()).containsExactly(UNIT);
    }

    @Test
    void every_link_a_reader_finds_is_absolute_and_names_what_is_there() throws Exception {
        handling.answer(handling.raise(TITLE).number());

        for (String path : List.of("/board/matters.atom", "/board/answers.atom?lang=en", "/activities.atom")) {
            Feed feed = read(path);

            assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
            assertThat(links(feed)).isNotEmpty().allSatisfy(link -> {
                URI address = URI.create(link.getHref());
                assertThat(address.isAbsolute()).as(link.getHref()).isTrue();
                assertThat(visitor.get(address.getRawPath()
                                        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()))
                                .statusCode())
                        .as(link.getHref())
                        .isEqualTo(200);
            });
        }
    }

    @Test
    void what_a_reader_had_before_keeps_its_name_when_more_comes() throws Exception {
        String number = handling.raise(TITLE).number();
        Feed before = read("/board/matters.atom");
        app.clock().forward(Duration.ofMinutes(1));
        handling.raise("庚辛壬路灯");

        Feed after = read("/board/matters.atom?lang=en");

        assertThat(after.getId()).isEqualTo(before.getId());
        assertThat(about(number, after).getId()).isEqualTo(about(number, before).getId());
        assertThat(entries(after)).extracting(Entry::getId).doesNotHaveDuplicates();
    }

    private Feed read(String path) throws Exception {
        var answer = visitor.bytes(path);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return (Feed) new WireFeedInput().build(new XmlReader(new ByteArrayInputStream(answer.body()), type));
    }

    private static Entry about(String number, Feed feed) {
        return entries(feed).stream()
                .filter(entry -> entry.getAlternateLinks().getFirst().getHref().endsWith("/m/" + number))
                .findFirst()
                .orElseThrow();
    }

    private static List<Entry> entries(Feed feed) {
        return feed.getEntries();
    }

    private static List<Link> links(Feed feed) {
        return Stream.concat(
                        Stream.concat(feed.getAlternateLinks().stream(), feed.getOtherLinks().stream()),
                        entries(feed).stream().limit(5).flatMap(entry -> entry.getAlternateLinks().stream()))
                .toList();
    }

    private static Date second(Instant at) {
        return Date.from(at.truncatedTo(ChronoUnit.SECONDS));
    }
}
