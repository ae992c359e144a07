package org.huiyin.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.frame.Page;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages as they may leave the house: without what people wrote to each other, and of a matter nobody outside reads not even its title. */
@Component
public class ToldMessages {

    private static final String UNREAD = """
            select m.id, m.kind, m.words, m.link, m.caused_at, m.deliver_at, m.read_at,
              (select count(*) from message held where held.within = m.id) as gathered, m.matter_id, coalesce(x.confidential, false)
            from message m left join matter x on x.id = m.matter_id
            where m.id = any(:ids) and m.read_at is null order by m.caused_at, m.id
            """;
    /** Whose second sentence says when something is due and nothing anybody wrote. */
    private static final Set<String> PLAIN =
            Set.of("near-due", "overdue", "instrument", "instrument-notice", "instrument-proposed", "digest");

    private final JdbcClient database;
    private final Organisation organisation;

    ToldMessages(JdbcClient database, Organisation organisation) {
        this.database = database;
        this.organisation = organisation;
    }

    /** A message in the reader's language; {@code link} leads to it within the house. */
    public record Told(long id, String headline, String more, String link) {}

    private record Kept(Inbox.Message message, long matter, boolean confidential) {}

    /** Those of them that are still unread, in the order in which they came about. */
    public List<Told> unread(Page page, List<Long> ids) {
        return database.sql(UNREAD).param("ids", ids.toArray(Long[]::new)).query((row, n) -> kept(row)).list().stream()
                .map(one -> told(page, one))
                .toList();
    }

    private Told told(Page page, Kept one) {
        Inbox.Message message = one.confidential() ? withoutTitle(page, one) : one.message();
        InboxLine line = InboxPage.line(page, organisation, message);
        return new Told(
                message.id(),
                line.headline(),
                PLAIN.contains(message.kind()) ? line.more() : "",
                "/desk/inbox/" + message.id());
    }

    /** The title of a matter is the first word of whatever is told of it. */
    private static Inbox.Message withoutTitle(Page page, Kept one) {
        Inbox.Message message = one.message();
        List<String> words = new ArrayList<>(message.words());
        words.set(0, page.t("notice.confidential", new MatterNumber(one.matter()).toString()));
        return new Inbox.Message(
                message.id(),
                message.kind(),
                List.copyOf(words),
                message.link(),
                message.causedAt(),
                message.deliveredAt(),
                message.readAt(),
                message.gathered());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(Inbox.read(row), row.getLong(9), row.getBoolean(10));
    }
}
