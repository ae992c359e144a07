package org.huiyin.search;

import java.sql.Connection;
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
        Forgetting.execute(connection, matters, SearchScribe.FORGET, THROW_AWAY, LATER);
    }
}
