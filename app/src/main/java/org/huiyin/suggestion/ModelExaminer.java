package org.huiyin.suggestion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.matter.Doctor.Difference;
import org.huiyin.matter.Examiner;
import org.huiyin.routing.CannotLearn;
import org.springframework.stereotype.Component;

/** Whether the models in force are as they were written. */
@Component
class ModelExaminer implements Examiner {

    private static final String IN_FORCE = """
            select m.id, m.model from public.suggestion_model m where m.id in (
              select distinct on (programme) model from public.suggestion_handover order by programme, id desc)
            """;

    @Override
    public List<Difference> examine(Connection snapshot) throws SQLException {
        List<Difference> found = new ArrayList<>();
        try (PreparedStatement statement = snapshot.prepareStatement(IN_FORCE);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String name = "Model " + row.getLong(1);
                byte[] bytes = row.getBytes(2);
                try {
                    ModelBytes.read(bytes == null ? new byte[0] : bytes, name);
                } catch (CannotLearn e) {
                    found.add(new Difference("suggestion_model", 0, String.valueOf(e.getMessage())));
                }
            }
        }
        return found;
    }
}
