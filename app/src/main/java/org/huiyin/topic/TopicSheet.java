package org.huiyin.topic;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** What everybody is talking about, as staff take it along; with {@code topic=…} the matters of one topic. */
@Component
class TopicSheet implements SheetList {

    private final TopicPage topics;

    TopicSheet(TopicPage topics) {
        this.topics = topics;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff();
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        String asked = parameters.getOrDefault("topic", "");
        return asked.isEmpty()
                ? Listing.of(page.t("topic.title"), List.of(), lines(), topics.lines(page))
                : Listing.of(page.t("topic.title"), narrowed(page, asked), matters(), topics.matters(page, asked));
    }

    private List<Listing.Fact> narrowed(Page page, String asked) {
        return new Listing.Narrowing()
                .by(page.t("topic.what"), topics.line(page, asked).description())
                .facts();
    }

    private static List<Column<TopicLine>> lines() {
        return List.of(
                Column.number("topic.rank", TopicLine::rank),
                Column.text("topic.what", TopicLine::description),
                Column.text("sheet.column.place", TopicLine::where),
                Column.text("topic.span", TopicLine::span),
                Column.number("topic.heat", line -> Long.valueOf(line.heat())),
                Column.number("topic.matters", TopicLine::matters),
                Column.number("topic.people", TopicLine::people),
                Column.text("topic.unsolved", TopicLine::unsolved),
                Column.number("topic.last-week", line -> line.recent().get(0)),
                Column.number("topic.week-before", line -> line.recent().get(1)));
    }

    private static List<Column<TopicMatter>> matters() {
        return List.of(
                Column.code("sheet.column.number", TopicMatter::number),
                Column.text("sheet.column.title", TopicMatter::title),
                Column.text("sheet.column.state", TopicMatter::state),
                Column.text("sheet.column.raised", TopicMatter::raised));
    }
}
