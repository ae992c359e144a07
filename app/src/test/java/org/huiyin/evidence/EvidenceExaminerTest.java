package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.huiyin.matter.Doctor.Difference;
import org.huiyin.matter.Examiner;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;

class EvidenceExaminerTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Examiner examiner = new EvidenceExaminer();

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

    private static List<Difference> of(long matter, List<Difference> found) {
        return found.stream().filter(one -> one.matter() == matter).toList();
    }
}
