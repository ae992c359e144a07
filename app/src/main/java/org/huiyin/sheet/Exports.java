package org.huiyin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes lists into files: every row of one instant, stretch by stretch, with a word on what the list is. */
@Component
public class Exports {

    private final List<SheetList> lists;
    private final TransactionTemplate snapshot;

    Exports(ObjectProvider<SheetList> lists, PlatformTransactionManager transactions) {
        this.lists = lists.orderedStream().toList();
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Told how far a file is; throws to stop it. */
    public interface Progress {

        Progress SILENT = (rows, expected) -> {};

        /** So many rows are written; of how many, negative when nobody knows. */
        void at(long rows, long expected);
    }

    /** The list of that name, when this reader has it. */
    public Optional<SheetList> find(String name, Actor reader) {
        return lists.stream()
                .filter(list -> list.name().equals(name) && list.open(reader))
                .findFirst();
    }

    /** The names of all lists. */
    public List<String> names() {
        return lists.stream().map(SheetList::name).toList();
    }

    /** What came of writing a list. */
    public record Written(String title, long rows) {}

    /** A list, by the parameters of its page, as a file. */
    public Written write(
            Page page,
            SheetList list,
            Map<String, String> parameters,
            SheetFormat format,
            OutputStream out,
            Progress progress) {
        Written written = snapshot.execute(status -> {
            try {
                return write(page, list.listing(page, parameters), format, out, progress);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Objects.requireNonNull(written);
    }

    /** How a list is called and how many rows it has; negative when only reading tells. */
    Written foresee(Page page, SheetList list, Map<String, String> parameters) {
        Written seen = snapshot.execute(status -> {
            Listing<?> listing = list.listing(page, parameters);
            return new Written(listing.title(), listing.expected());
        });
        return Objects.requireNonNull(seen);
    }

    /** Rows that are at hand already, as a file. */
    public static <R> Written write(
            Page page, Listing<R> listing, SheetFormat format, OutputStream out, Progress progress) throws IOException {
        List<TableFile.Heading> headings = listing.columns().stream()
                .map(column -> new TableFile.Heading(column.heading(page), column.kind()))
                .toList();
        try (TableFile file = open(page, listing, format, out, headings)) {
            long rows = 0;
            List<R> stretch = listing.rows().after(null);
            while (!stretch.isEmpty()) {
                for (R row : stretch) {
                    file.row(cells(listing, row));
                }
                rows += stretch.size();
                progress.at(rows, listing.expected());
                stretch = listing.rows().after(stretch.getLast());
            }
            if (listing.expected() >= 0 && listing.expected() != rows) {
                throw new IllegalStateException(
                        "The list %s says %d rows and has %d".formatted(listing.title(), listing.expected(), rows));
            }
            file.end(facts(page, listing, rows));
            return new Written(listing.title(), rows);
        }
    }

    private static TableFile open(
            Page page, Listing<?> listing, SheetFormat format, OutputStream out, List<TableFile.Heading> headings)
            throws IOException {
        return switch (format) {
            case XLSX -> new XlsxFile(out, SheetName.of(listing.title()), page.t("sheet.about"), headings);
            case CSV -> new CsvFile(out, headings);
        };
    }

    private static <R> List<@Nullable Object> cells(Listing<R> listing, R row) {
        List<@Nullable Object> cells = new ArrayList<>(listing.columns().size());
        for (Column<R> column : listing.columns()) {
            Object value = column.value().apply(row);
            cells.add(value instanceof Instant instant ? local(instant) : value);
        }
        return cells;
    }

    /** City time to the minute, as people read and type it. */
    static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, Formats.ZONE).withSecond(0).withNano(0);
    }

    private static List<Listing.Fact> facts(Page page, Listing<?> listing, long rows) {
        List<Listing.Fact> facts = new ArrayList<>();
        facts.add(new Listing.Fact(page.t("sheet.about.list"), listing.title()));
        facts.addAll(listing.filters());
        if (listing.filters().isEmpty()) {
            facts.add(new Listing.Fact(page.t("sheet.about.filters"), page.t("sheet.about.all")));
        }
        facts.add(new Listing.Fact(page.t("sheet.about.rows"), Long.toString(rows)));
        facts.add(new Listing.Fact(
                page.t("sheet.about.at"),
                CsvFile.TIME.format(local(page.formats().now()))));
        facts.add(new Listing.Fact(
                page.t("sheet.about.by"),
                page.reader().name().isEmpty()
                        ? page.t("sheet.about.public")
                        : page.reader().name()));
        return facts;
    }
}
