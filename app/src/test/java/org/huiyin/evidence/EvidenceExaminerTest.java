package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.huiyin.matter.Doctor.Difference;
import org.huiyin.matter.Examiner;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;

class EvidenceExaminerTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Examiner examiner = new EvidenceExaminer(app.bean(Attachments.class));

    @Test
    void evidence_that_a_step_names_and_nothing_keeps_for_it_is_told() throws SQLException {
        Handling.Raised raised = handling.raise("路灯不亮");
        handling.answer(raised.number());
        long matter = MatterNumber.parse(raised.number()).id();

        try (Connection connection = app.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            assertThat(of(matter, examiner.examine(connection))).isEmpty();
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from attachment_use where matter_id = ?")) {
                delete.setLong(1, matter);
                assertThat(delete.executeUpdate()).isPositive();
            }

            assertThat(of(matter, examiner.examine(connection)))
                    .singleElement()
                    .satisfies(one -> assertThat(one.what()).endsWith("step 5 names it, but it is not kept for it"));
            connection.rollback();
        }
    }

    @Test
    void a_file_that_was_exchanged_or_is_gone_is_told() throws SQLException, IOException {
        Handling.Raised raised = handling.raise("井盖松动");
        handling.dispatch(raised.number());
        Caller handler = Caller.of(app, "chengguan");
        String id = handler.upload("说明.txt", ("现场情况 " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        assertThat(handler.step(raised.number(), "sign", Map.of()).status()).isEqualTo(200);
        assertThat(handler.step(raised.number(), "note", Map.of("note", "已到现场"), id)
                        .status())
                .isEqualTo(200);
        long matter = MatterNumber.parse(raised.number()).id();
        Attachment kept = app.bean(Attachments.class).find(UUID.fromString(id)).orElseThrow();
        Path file = Path.of("target/test-evidence")
                .resolve(kept.sha256().substring(0, 2))
                .resolve(kept.sha256().substring(2, 4))
                .resolve(kept.sha256() + Rendition.WHOLE.suffix());

        assertThat(examined(matter)).isEmpty();
        Files.writeString(file, "现场一切正常");
        assertThat(examined(matter))
                .singleElement()
                .satisfies(one -> assertThat(one.what())
                        .isEqualTo("attachment " + id + ": its file holds other bytes than were handed in"));
        Files.delete(file);
        assertThat(examined(matter))
                .singleElement()
                .satisfies(one -> assertThat(one.what()).endsWith("its file is gone"));
    }

    private List<Difference> examined(long matter) throws SQLException {
        try (Connection connection = app.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            List<Difference> found = of(matter, examiner.examine(connection));
            connection.rollback();
            return found;
        }
    }

    private static List<Difference> of(long matter, List<Difference> found) {
        return found.stream().filter(one -> one.matter() == matter).toList();
    }
}
