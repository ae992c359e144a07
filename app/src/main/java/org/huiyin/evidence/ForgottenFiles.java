package org.huiyin.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/** Files of matters that are anonymised go: their names and places at once, the next sweep takes what nothing else keeps. */
@Component
public final class ForgottenFiles implements Forgetting {

    private static final String LET_GO = """
            update attachment set held_by = 'nobody', held_until = created_at
            where id in (select attachment_id from attachment_use where matter_id = any(?))
            """;
    private static final String UNNAMED = """
            update attachment a set name = '＊', taken_latitude = null, taken_longitude = null, taken_at = null, uploaded_by = null
            where a.id in (select attachment_id from attachment_use where matter_id = any(?))
              and not exists (select from attachment_use u where u.attachment_id = a.id and u.matter_id <> all(?))
              and not exists (select from attachment_keep k where k.attachment_id = a.id)
            """;
    private static final String FORGET = """
            delete from attachment_use where matter_id = any(?)
            """;
    private static final String KEPT_LET_GO = """
            update attachment a set held_by = 'nobody', held_until = created_at, name = '＊', taken_latitude = null, taken_longitude = null, taken_at = null,
              uploaded_by = null
            from attachment_keep k where k.kind = ? and k.id = any(?) and k.attachment_id = a.id
              and not exists (select from attachment_use u where u.attachment_id = a.id)
              and not exists (select from attachment_keep o where o.attachment_id = a.id and (o.kind, o.id) <> (k.kind, k.id))
            """;
    private static final String KEPT_FORGET = """
            delete from attachment_keep k where k.kind = ? and k.id = any(?)
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Forgetting.execute(connection, matters, LET_GO, UNNAMED, FORGET);
    }

    /** The same for files something else than a step keeps, by its kind and ids. */
    public static void ofKeepers(Connection connection, String kind, Long[] keepers) throws SQLException {
        for (String sql : List.of(KEPT_LET_GO, KEPT_FORGET)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, kind);
                statement.setArray(2, connection.createArrayOf("int8", keepers));
                statement.executeUpdate();
            }
        }
    }
}
