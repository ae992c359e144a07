package org.huiyin.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Origins;
import org.huiyin.matter.Outcome;
import org.huiyin.org.Actor;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide about things found: a task or promise becomes a matter through the Desk, a figure a draft value, anything is dropped. */
@Component
class Decisions {

    /** Begins the idempotency key of the step; the token of the item follows. */
    static final String KEY = "reading-";

    /** Two people who confirm at once wait for each other, and the second finds the matter of the first. */
    private static final String ONE_AT_A_TIME = """
            select count(pg_advisory_xact_lock(8319, :item::integer))
            """;

    private static final String DROP = """
            update read_item set state = 'dropped', account = :account, decided_at = :now, version = version + 1, decision_key = :key
            where id = :item and unit_id = :unit and state = 'draft' and :seen in (0, version)
            """;
    private static final String DROP_REST = """
            update read_item set state = 'dropped', account = :account, decided_at = :now, version = version + 1, decision_key = null
            where document_id = :document and unit_id = :unit and state = 'draft'
            """;
    private static final String TAKE_BACK = """
            update read_item set state = 'draft', account = null, decided_at = null, version = version + 1, decision_key = :key
            where id = :item and unit_id = :unit and state = 'dropped' and :seen in (0, version)
            """;
    private static final String CONFIRM = """
            update read_item set state = 'confirmed', account = :account, decided_at = :now, version = version + 1, decision_key = :key
            where id = :item and unit_id = :unit and state = 'draft' and :seen in (0, version)
            """;
    private static final String VALUE = """
            insert into read_figure (item_id, name, amount, unit, period_from, period_to, compared, share, rank, among, who, written, confirmed_at,
              account)
            values (:item, :name, :amount, :unit, :from, :to, :compared, :share, :rank, :among, :who, :written, :now, :account)
            """;

    private static final String UNDER = """
            update read_item set decision_key = :key, due = :due where id = :item
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Desk desk;
    private final ReadDocuments documents;
    private final InstantSource clock;

    Decisions(
            JdbcClient database,
            TransactionTemplate transaction,
            Desk desk,
            ReadDocuments documents,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.desk = desk;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Who decides, and when.
     *
     * @param seen the version of the thing found they saw; 0 when it does not matter
     * @param key under which a program may ask again; empty for a person at a page
     */
    record By(Actor actor, int seen, String key, Instant now) {

        /** A person at a page, who sees what they decide about. */
        static By person(Page page) {
            return new By(page.reader(), 0, "", page.formats().now());
        }
    }

    /** What comes of confirming a task or promise. */
    sealed interface Raised {

        record Done(MatterNumber matter) implements Raised {}

        /** It was dropped meanwhile, or is not what was seen any more. */
        record Decided() implements Raised {}

        record Refused(Outcome why) implements Raised {}
    }

    /** Under which programme, and as what it is taken for there. */
    record Into(Programme programme, String origin) {}

    /**
     * A task or promise as somebody corrected it.
     *
     * @param source the document it stands in
     * @param day of the document
     */
    record Corrected(
            Into into,
            String source,
            LocalDate day,
            String title,
            String description,
            String place,
            @Nullable Long unit,
            @Nullable LocalDate due) {}

    /** A figure as somebody corrected it. */
    record Value(
            String name,
            BigDecimal amount,
            String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String who) {}

    /** Makes it a matter, once: whoever comes second is given the same matter. */
    Raised raise(By by, long document, long id, Corrected as) {
        return transaction.execute(status -> {
            lock(id);
            Item item = item(by.actor(), document, id);
            MatterNumber known = item.matter();
            if (known != null) {
                return new Raised.Done(known);
            }
            if (!item.draft() || by.seen() != 0 && by.seen() != item.version()) {
                return new Raised.Decided();
            }
            Outcome outcome = desk.perform(Origins.begin(
                    as.into().programme(), as.into().origin(), by.actor(), known(as), List.of(), KEY + item.token()));
            if (!(outcome instanceof Outcome.Done(var receipt))) {
                return new Raised.Refused(outcome);
            }
            database.sql(UNDER)
                    .param("item", id)
                    .param("key", key(by))
                    .param("due", as.due())
                    .update();
            return new Raised.Done(receipt.number());
        });
    }

    private Map<String, Object> known(Corrected as) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("title", as.title());
        known.put("text", as.description());
        known.put("place", as.place());
        known.put("source", as.source());
        known.put("day", as.day().toString());
        LocalDate due = as.due();
        // what was promised for a day gone by is a matter all the same; nobody can be given until then
        if (due != null && due.isAfter(clock.instant().atZone(Formats.ZONE).toLocalDate())) {
            known.put("due", due.toString());
        }
        if (as.unit() != null) {
            known.put("unit", as.unit());
        }
        return known;
    }

    /** Keeps a figure as a draft value, once; false when it was decided before. */
    boolean value(By by, long document, long id, Value as) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Article.Figure figure = item(by.actor(), document, id).figure();
            if (figure == null || decide(CONFIRM, by, id) == 0) {
                return false;
            }
            Article.Rank rank = figure.rank();
            database.sql(VALUE)
                    .param("item", id)
                    .param("name", as.name())
                    .param("amount", as.amount())
                    .param("unit", as.unit())
                    .param("from", as.from())
                    .param("to", as.to())
                    .param("compared", number(figure.compared()))
                    .param("share", number(figure.share()))
                    .param("rank", rank == null ? null : rank.place())
                    .param("among", rank == null ? "" : rank.among())
                    .param("who", as.who())
                    .param("written", figure.written())
                    .param("now", by.now().atOffset(ZoneOffset.UTC))
                    .param("account", by.actor().account())
                    .update();
            return true;
        }));
    }

    boolean drop(By by, long id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            lock(id);
            return decide(DROP, by, id) == 1;
        }));
    }

    /** Drops whatever nobody decided about; returns how many that were. */
    int dropRest(Actor actor, long document, Instant now) {
        return database.sql(DROP_REST)
                .param("document", document)
                .param("unit", actor.unit())
                .param("account", actor.account())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean takeBack(By by, long id) {
        return database.sql(TAKE_BACK)
                        .param("item", id)
                        .param("unit", by.actor().unit())
                        .param("seen", by.seen())
                        .param("key", key(by))
                        .update()
                == 1;
    }

    private void lock(long id) {
        database.sql(ONE_AT_A_TIME).param("item", (int) id).query(Long.class).single();
    }

    private Item item(Actor actor, long document, long id) {
        return documents.item(actor, document, id).orElseThrow(DocumentPage::unknown);
    }

    private int decide(String statement, By by, long id) {
        return database.sql(statement)
                .param("item", id)
                .param("unit", by.actor().unit())
                .param("account", by.actor().account())
                .param("now", by.now().atOffset(ZoneOffset.UTC))
                .param("seen", by.seen())
                .param("key", key(by))
                .update();
    }

    private static @Nullable String key(By by) {
        return by.key().isEmpty() ? null : by.key();
    }

    private static @Nullable BigDecimal number(@Nullable String written) {
        return written == null ? null : new BigDecimal(written);
    }
}
