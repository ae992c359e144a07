package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.matter.MatterNumber;
import org.huiyin.translog.Finding.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor who has nothing but what the log publishes, and what it published when he last looked. */
class AuditTest {

    @TempDir
    Path directory;

    private final LoggedTown town = new LoggedTown();
    private String key = "";

    @BeforeEach
    void a_day_is_in_the_log() {
        for (int i = 0; i < 120; i++) {
            MatterNumber number = town.raise(i % 10 == 0 ? Map.of("confidential", true) : Map.of());
            town.dispatch(number);
            town.answer(number);
        }
        town.sequence();
        key = town.keys.verifiers().getFirst().toString();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_sound_log_is_sound_and_next_time_only_what_is_new_is_read() throws Exception {
        Audit.Report first = audit(source());
        town.raise();
        town.sequence();
        Audit.Report second = audit(source());
        Audit.Report third = audit(source());

        assertThat(first.finding()).isNull();
        assertThat(first.size()).isEqualTo(360);
        assertThat(first.read()).isEqualTo(360);
        assertThat(first.counts()).isEqualTo(Map.of("three-lists", Map.of("result", 120L)));
        assertThat(first.matters()).isEqualTo(108);
        assertThat(second.finding()).isNull();
        assertThat(second.read()).isEqualTo(1);
        assertThat(second.counts()).isEqualTo(Map.of("three-lists", Map.of("result", 120L, "problem", 1L)));
        assertThat(third.finding()).isNull();
        assertThat(third.read()).isZero();
    }

    @Test
    void yesterday_s_database_is_a_rollback() throws Exception {
        LogSource yesterday = kept();
        town.raise();
        town.sequence();
        audit(source());

        assertThat(kind(audit(yesterday))).isEqualTo(Kind.ROLLBACK);
    }

    @Test
    void a_history_that_was_rewritten_is_named_with_its_place() throws Exception {
        audit(source());

        LogSource forged = forged(entry -> entry.replace("\"category\":\"roads\"", "\"category\":\"noise\""), 3, 400);

        Audit.Report report = audit(forged);
        assertThat(kind(report)).isEqualTo(Kind.REWRITE);
        assertThat(report.finding()).satisfies(found -> assertThat(found).isNotNull());
        assertThat(String.valueOf(report.finding())).contains("[1, 256]");
    }

    @Test
    void two_histories_are_a_fork_for_whoever_compares() throws Exception {
        String shownToMe = text(source(), "/checkpoint");

        LogSource shownToHim =
                forged(entry -> entry.replace("\"category\":\"roads\"", "\"category\":\"noise\""), 3, 400);

        assertThat(kind(Audit.run(
                        shownToHim,
                        new Audit.Asked(URI.create("http://x"), null, List.of(key), List.of(shownToMe)),
                        n -> {})))
                .isEqualTo(Kind.FORK);
    }

    @Test
    void a_missing_tile_and_missing_entries_are_gaps() throws Exception {
        LogSource source = source();

        assertThat(kind(fresh(path -> path.equals("/tile/entries/000") ? Optional.empty() : source.get(path))))
                .isEqualTo(Kind.GAP);
        assertThat(kind(fresh(path -> path.startsWith("/tile/0/001") ? Optional.empty() : source.get(path))))
                .isEqualTo(Kind.GAP);
        assertThat(kind(fresh(path -> path.startsWith("/tile/1/") ? Optional.empty() : source.get(path))))
                .isEqualTo(Kind.GAP);
    }

    @Test
    void entries_are_counted_from_one_as_everywhere_else() {
        assertThat(Finding.of(Kind.GAP, 0L, 255L).about()).containsExactly(1L, 256L);
        assertThat(Finding.of(Kind.CHAIN, 6L, "202600000001", 3L, 2L).about())
                .containsExactly(7L, "202600000001", 3L, 2L);
        assertThat(Finding.of(Kind.ROLLBACK, 9L, 5L).about()).containsExactly(9L, 5L);
    }

    @Test
    void a_changed_entry_or_hash_is_a_mismatch() throws Exception {
        LogSource source = source();

        assertThat(kind(fresh(path -> path.equals("/tile/entries/000") ? changed(source, path) : source.get(path))))
                .isEqualTo(Kind.MISMATCH);
        assertThat(kind(fresh(path -> path.startsWith("/tile/0/001") ? changed(source, path) : source.get(path))))
                .isEqualTo(Kind.MISMATCH);
        assertThat(kind(fresh(path -> path.startsWith("/tile/1/") ? changed(source, path) : source.get(path))))
                .isEqualTo(Kind.MISMATCH);
    }

    @Test
    void a_board_that_counts_otherwise_disagrees() throws Exception {
        LogSource source = source();
        LogSource boasting = path -> path.equals("/counts")
                ? Optional.of(text(source, path)
                        .replace("\"result\":120", "\"result\":121")
                        .getBytes(StandardCharsets.UTF_8))
                : source.get(path);

        Audit.Report report = fresh(boasting);

        assertThat(kind(report)).isEqualTo(Kind.DISAGREEMENT);
        assertThat(String.valueOf(report.finding())).contains("three-lists/result", "120", "121");
    }

    @Test
    void a_board_that_lies_while_the_log_is_honest_is_found() throws Exception {
        LogSource source = source();
        String honest = text(source, "/counts").replaceFirst("^.*\"three-lists\":(\\{[^}]*}).*$", "$1");
        String board = "{\"programmes\":[{\"programme\":\"three-lists\",\"lists\":" + honest + "}]}";

        assertThat(fresh(beside(source, board)).finding()).isNull();
        assertThat(kind(fresh(beside(source, board.replace("\"result\":120", "\"result\":220")))))
                .isEqualTo(Kind.DISAGREEMENT);
        assertThat(kind(fresh(beside(source, "<html>")))).isEqualTo(Kind.MALFORMED);
    }

    private static LogSource beside(LogSource source, String board) {
        return new LogSource() {
            @Override
            public Optional<byte[]> get(String path) {
                return source.get(path);
            }

            @Override
            public Optional<byte[]> board() {
                return Optional.of(board.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    @Test
    void an_entry_left_out_before_signing_breaks_its_matter_s_chain() throws Exception {
        assertThat(kind(fresh(forged(entry -> entry.contains("\"sequence\":2") ? "" : entry, 1, 10))))
                .isEqualTo(Kind.CHAIN);
    }

    @Test
    void a_head_signed_by_nobody_known_is_named() throws Exception {
        String other = SigningKey.generate("town.example/log", new java.security.SecureRandom())
                .verifier()
                .toString();

        assertThat(kind(Audit.run(
                        source(), new Audit.Asked(URI.create("http://x"), null, List.of(other), List.of()), n -> {})))
                .isEqualTo(Kind.SIGNATURE);
    }

    @Test
    void what_was_found_wrong_is_not_remembered_as_right() throws Exception {
        audit(source());
        byte[] before = Files.readAllBytes(directory.resolve("state"));

        audit(forged(entry -> entry.replace("roads", "noise"), 3, 400));

        assertThat(Files.readAllBytes(directory.resolve("state"))).isEqualTo(before);
    }

    private static Kind kind(Audit.Report report) {
        Finding finding = report.finding();
        assertThat(finding).isNotNull();
        return finding == null ? Kind.MALFORMED : finding.kind();
    }

    private Audit.Report audit(LogSource source) throws Exception {
        return Audit.run(
                source,
                new Audit.Asked(URI.create("http://x"), directory.resolve("state"), List.of(key), List.of()),
                n -> {});
    }

    private Audit.Report fresh(LogSource source) throws Exception {
        return Audit.run(source, new Audit.Asked(URI.create("http://x"), null, List.of(key), List.of()), n -> {});
    }

    private static Optional<byte[]> changed(LogSource source, String path) {
        return source.get(path).map(bytes -> {
            byte[] other = bytes.clone();
            other[other.length - 5] ^= 1;
            return other;
        });
    }

    private static String text(LogSource source, String path) {
        return source.get(path).map(LogClient::text).orElse("");
    }

    /** The log as it is published now, and as it goes on. */
    private LogSource source() {
        return new Publishing(town.log()::head, town.log());
    }

    /** The log as it is published at this moment, kept. */
    private LogSource kept() {
        Head head = town.log().head();
        return new Publishing(() -> head, town.log());
    }

    /** Another history under the same key: entries changed or left out, then signed as if nothing had been. */
    private LogSource forged(java.util.function.UnaryOperator<String> change, int from, int size) {
        List<byte[]> entries = new java.util.ArrayList<>();
        List<String> genuine = town.entries();
        for (int i = 0; i < genuine.size(); i++) {
            String entry = i < from ? genuine.get(i) : change.apply(genuine.get(i));
            if (!entry.isEmpty()) {
                entries.add(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        while (entries.size() < size) {
            entries.add(
                    ("{\"sealed\":\"" + Base64s.encode(new byte[32]) + "\",\"v\":1}").getBytes(StandardCharsets.UTF_8));
        }
        return ForgedLog.of(entries, town.keys);
    }
}
