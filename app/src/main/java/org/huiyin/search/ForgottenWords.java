package org.huiyin.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/** Throws the words of matters away that are anonymised, at once; what is left of their texts is entered a moment later. */
@Component
final class ForgottenWords implements Forgetting {

    private static final String THROW_AWAY = """
            delete from search_document where matter_id = any(?)
            """;
    private static final String LATER = """
            insert into search_again (matter_id) select unnest(?::bigint[]) on conflict do nothing
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Array forgotten = connection.createArrayOf("int8", matters);
        try (PreparedStatement fresh = connection.prepareStatement(SearchScribe.FORGET);
                PreparedStatement away = connection.prepareStatement(THROW_AWAY);
                PreparedStatement later = connection.prepareStatement(LATER)) {
            fresh.setArray(1, forgotten);
            fresh.executeUpdate();
            away.setArray(1, forgotten);
            away.executeUpdate();
            later.setArray(1, forgotten);
            later.executeUpdate();
        }
    }
}
