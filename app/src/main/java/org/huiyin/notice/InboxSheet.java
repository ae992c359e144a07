package org.huiyin.notice;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** One's own messages, as they are taken along. */
@Component
class InboxSheet implements SheetList {

    private static final int ROWS = 1000;

    private final Inbox inbox;
    private final Organisation organisation;

    InboxSheet(Inbox inbox, Organisation organisation) {
        this.inbox = inbox;
        this.organisation = organisation;
    }

    private record Line(Inbox.Message message, InboxLine said) {}

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff();
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        boolean unread = parameters.getOrDefault("only", "").equals("unread");
        List<Column<Line>> columns = List.of(
                Column.time("sheet.column.at", line -> line.said().at()),
                Column.longText("sheet.column.message", line -> line.said().headline()),
                Column.longText("sheet.column.note", line -> line.said().more()),
                Column.time("sheet.column.read", line -> line.message().readAt()));
        return new Listing<>(
                page.t("notice.title"),
                unread ? List.of(new Listing.Fact(page.t("sheet.about.filters"), page.t("notice.unread"))) : List.of(),
                columns,
                -1,
                last -> inbox
                        .page(
                                page.reader().account(),
                                unread,
                                last == null
                                        ? Inbox.Before.START
                                        : new Inbox.Before(
                                                last.message().deliveredAt(),
                                                last.message().id()),
                                ROWS,
                                page.formats().now())
                        .stream()
                        .map(message -> new Line(message, InboxPage.line(page, organisation, message)))
                        .toList());
    }
}
