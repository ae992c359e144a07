package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.evidence.Attachment.Kind;
import org.huiyin.evidence.Attachment.Pixels;
import org.huiyin.evidence.UploadRefusal.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

class AttachmentsTest {

    private static final long MATTER = 2026_0000001L;
    private static final Holder RESIDENT = new Holder(0, "a1", "203.0.113.7");
    private static final Holder OTHER = new Holder(0, "b2", "203.0.113.8");

    @TempDir
    private Path directory;

    private EvidenceBench bench;

    @BeforeEach
    void open() {
        bench = new EvidenceBench(directory);
    }

    @Test
    void only_people_who_are_not_signed_in_are_held_to_an_hourly_allowance() {
        List<Upload> much = List.of(new Upload("a.jpg", 301L << 20, new ByteArrayResource(new byte[0])));

        Held anonymous = bench.attachments.take(RESIDENT, List.of(), much);
        Held signedIn = bench.attachments.take(new Holder(7, "", "203.0.113.7"), List.of(), much);

        assertThat(anonymous)
                .isInstanceOfSatisfying(
                        Held.Refused.class,
                        no -> assertThat(no.why().reason()).isEqualTo(UploadRefusal.Reason.TOO_OFTEN));
        assertThat(signedIn)
                .isInstanceOfSatisfying(
                        Held.Refused.class,
                        no -> assertThat(no.why().reason()).isEqualTo(UploadRefusal.Reason.TOO_LARGE));
    }

    @Test
    void a_photo_is_kept_with_what_staff_may_see() {
        Attachment kept = keep(RESIDENT, "路灯.jpeg", Samples.withExif(Samples.jpeg(1200, 900), 6));

        assertThat(kept.name()).isEqualTo("路灯.jpg");
        assertThat(kept.kind()).isEqualTo(Kind.IMAGE);
        assertThat(kept.pixels()).isEqualTo(new Pixels(900, 1200));
        assertThat(kept.taken().at()).isEqualTo(Instant.parse("2026-03-01T00:30:00Z"));
        Attachment stored = bench.attachments.find(kept.id()).orElseThrow();
        assertThat(stored).isEqualTo(kept);
    }

    @Test
    void a_document_is_kept_byte_by_byte() throws Exception {
        Attachment kept = keep(RESIDENT, "../../etc/合同\u202E.exe", Samples.pdf());

        assertThat(kept.name()).isEqualTo("合同.pdf");
        assertThat(bench.attachments.open(kept, Rendition.WHOLE)).hasBinaryContent(Samples.pdf());
        assertThat(bench.attachments.sizeBytes(kept, Rendition.WHOLE)).isEqualTo(kept.sizeBytes());
    }

    @Test
    void one_bad_file_and_nothing_of_the_request_is_stored() throws Exception {
        Upload good = Upload.of("a.jpg", Samples.jpeg(50, 50));

        for (Bad bad : badFiles()) {
            Held held = bench.attachments.take(RESIDENT, List.of(), List.of(good, Upload.of(bad.name, bad.content)));

            assertThat(held)
                    .as(bad.name)
                    .isInstanceOfSatisfying(
                            Held.Refused.class,
                            refused -> assertThat(refused.why().reason()).isEqualTo(bad.reason));
        }
        assertThat(bench.rows("attachment")).isZero();
        assertThat(bench.files()).isZero();
    }

    private record Bad(String name, byte[] content, Reason reason) {}

    private static List<Bad> badFiles() {
        return List.of(
                new Bad("empty.jpg", new byte[0], Reason.EMPTY),
                new Bad("page.jpg", Samples.text("<!DOCTYPE html><html><body>"), Reason.TYPE_NOT_TAKEN),
                new Bad("cut.jpg", Samples.firstPart(Samples.jpeg(500, 500), 0.5), Reason.DAMAGED),
                new Bad("huge.png", Samples.pngClaiming(30_000, 30_000), Reason.TOO_MANY_PIXELS),
                new Bad("bomb.xlsx", Samples.bomb(), Reason.UNPACKS_TOO_LARGE),
                new Bad("macro.docx", macro(), Reason.MACROS),
                new Bad("photo.jpg", padded(Samples.jpeg(50, 50), 16), Reason.TOO_LARGE),
                new Bad("report.pdf", padded(Samples.pdf(), 21), Reason.TOO_LARGE));
    }

    private static byte[] macro() {
        return Samples.ooxml(Samples.WORD, Map.of("word/vbaProject.bin", new byte[1]));
    }

    private static byte[] padded(byte[] file, int megabytes) {
        return Samples.joined(file, new byte[(megabytes << 20) - file.length]);
    }

    @Test
    void a_sender_who_lies_about_the_size_is_stopped_at_the_limit() throws Exception {
        byte[] content = padded(Samples.pdf(), 30);
        Upload lie = new Upload("a.pdf", 100, new ByteArrayResource(content));

        Held held = bench.attachments.take(RESIDENT, List.of(), List.of(lie));

        assertThat(held).isEqualTo(new Held.Refused(new UploadRefusal(Reason.TOO_LARGE, "a.pdf", "20")));
        assertThat(bench.files()).isZero();
    }

    @Test
    void ten_files_are_one_too_many_also_when_some_came_earlier() {
        Upload photo = Upload.of("a.png", Samples.png(9, 9));
        Attachment earlier = keep(RESIDENT, "b.png", Samples.png(8, 8));

        Held held = bench.attachments.take(RESIDENT, List.of(id(earlier)), Collections.nCopies(9, photo));

        assertThat(held).isEqualTo(new Held.Refused(new UploadRefusal(Reason.TOO_MANY, "", "9")));
    }

    @Test
    void a_full_disk_refuses_before_it_breaks() {
        EvidenceBench full = new EvidenceBench(directory, DataSize.ofTerabytes(100_000));

        Held held = full.attachments.take(RESIDENT, List.of(), List.of(Upload.of("a.pdf", Samples.pdf())));

        assertThat(held).isEqualTo(new Held.Refused(new UploadRefusal(Reason.NO_ROOM, "a.pdf")));
    }

    @Test
    void earlier_uploads_may_be_used_by_their_holder_alone() {
        String kept = id(keep(RESIDENT, "a.png", Samples.png(8, 8)));

        assertThat(bench.attachments.take(RESIDENT, List.of(kept, kept), List.of()))
                .isInstanceOfSatisfying(
                        Held.Kept.class, own -> assertThat(own.ids()).containsExactly(kept));
        Held gone = new Held.Refused(new UploadRefusal(Reason.GONE, ""));
        assertThat(bench.attachments.take(OTHER, List.of(kept), List.of())).isEqualTo(gone);
        assertThat(bench.attachments.take(new Holder(7, "", ""), List.of(kept), List.of()))
                .isEqualTo(gone);
        assertThat(bench.attachments.take(RESIDENT, List.of("';--", "1"), List.of()))
                .isEqualTo(gone);
    }

    @Test
    void signing_in_between_upload_and_step_loses_nothing() {
        String kept = id(keep(RESIDENT, "a.png", Samples.png(8, 8)));
        Holder signedIn = new Holder(7, RESIDENT.browser(), "");

        assertThat(bench.attachments.take(signedIn, List.of(kept), List.of())).isInstanceOf(Held.Kept.class);
    }

    @Test
    void a_step_claims_its_evidence_in_order() throws Exception {
        String first = id(keep(RESIDENT, "a.png", Samples.png(8, 8)));
        String second = id(keep(RESIDENT, "b.pdf", Samples.pdf()));

        bench.step(MATTER, 1, List.of(second, first));

        assertThat(bench.attachments.of(MATTER)).extracting(Attachment::name).containsExactly("b.pdf", "a.png");
        assertThat(bench.attachments.of(MATTER)).extracting(Attachment::step).containsExactly(1, 1);
        assertThat(bench.attachments.of(MATTER + 1)).isEmpty();
    }

    @Test
    void a_step_carried_to_merged_matters_shows_the_same_evidence_there() throws Exception {
        List<String> evidence = List.of(id(keep(RESIDENT, "a.png", Samples.png(8, 8))));

        bench.steps(EvidenceBench.accepted(MATTER, 4, evidence), EvidenceBench.accepted(MATTER + 1, 3, evidence));

        assertThat(bench.attachments.of(MATTER + 1))
                .extracting(Attachment::id)
                .map(UUID::toString)
                .isEqualTo(evidence);
    }

    @Test
    void a_step_that_names_evidence_which_is_not_there_is_not_stored() {
        String kept = id(keep(RESIDENT, "a.png", Samples.png(8, 8)));

        assertThatThrownBy(() ->
                        bench.step(MATTER, 1, List.of(kept, UUID.randomUUID().toString())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(bench.rows("attachment_use")).isZero();
    }

    @Test
    void uploads_without_a_step_are_swept_after_a_day() throws Exception {
        List<String> used = List.of(id(keep(RESIDENT, "a.png", Samples.png(8, 8))));
        keep(RESIDENT, "b.png", Samples.png(9, 9));
        bench.step(MATTER, 1, used);
        Path staged = Files.createTempFile(directory.resolve("incoming"), "", ".part");
        Files.setLastModifiedTime(staged, java.nio.file.attribute.FileTime.from(bench.clock.instant()));

        bench.clock.forward(Duration.ofHours(23));
        assertThat(bench.attachments.sweep()).isZero();
        bench.clock.forward(Duration.ofHours(2));
        assertThat(bench.attachments.sweep()).isEqualTo(1);

        assertThat(bench.attachments.of(MATTER)).hasSize(1);
        assertThat(bench.files()).isEqualTo(Rendition.values().length);
        assertThat(bench.attachments.take(RESIDENT, used, List.of())).isInstanceOf(Held.Refused.class);
    }

    @Test
    void what_something_other_than_a_step_keeps_stays_too() throws Exception {
        Attachment proof = keep(RESIDENT, "a.png", Samples.png(8, 8));
        bench.attachments.keep(new Keeper("instrument-answer", 7), List.of(id(proof)));

        bench.clock.forward(Duration.ofHours(25));

        assertThat(bench.attachments.sweep()).isZero();
        assertThat(bench.attachments.kept("instrument-answer", List.of(7L, 8L)))
                .containsOnlyKeys(7L)
                .containsValue(List.of(proof));
        assertThatThrownBy(() -> bench.attachments.keep(
                        new Keeper("visit", 1), List.of(UUID.randomUUID().toString())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void content_that_another_still_uses_outlives_the_sweep() throws Exception {
        keep(OTHER, "copy.pdf", Samples.pdf());
        Attachment used = keep(RESIDENT, "a.pdf", Samples.pdf());
        bench.step(MATTER, 1, List.of(id(used)));
        assertThat(bench.files()).isEqualTo(1);

        bench.clock.forward(Duration.ofHours(25));
        bench.attachments.sweep();

        assertThat(bench.rows("attachment")).isEqualTo(1);
        assertThat(bench.attachments.open(used, Rendition.WHOLE)).hasBinaryContent(Samples.pdf());
    }

    @Test
    void when_the_database_fails_no_file_is_left() throws Exception {
        JdbcClient.create(bench.database)
                .sql("ALTER TABLE attachment ADD CONSTRAINT broken CHECK (false)")
                .update();

        assertThatThrownBy(() -> keep(RESIDENT, "a.png", Samples.png(8, 8))).isInstanceOf(RuntimeException.class);

        assertThat(bench.files()).isZero();
    }

    private Attachment keep(Holder holder, String name, byte[] content) {
        Held held = bench.attachments.take(holder, List.of(), List.of(Upload.of(name, content)));
        assertThat(held).isInstanceOf(Held.Kept.class);
        return ((Held.Kept) held).attachments().getFirst();
    }

    private static String id(Attachment attachment) {
        return attachment.id().toString();
    }
}
