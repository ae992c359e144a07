package org.huiyin.matter;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a feature keeps of matters beside their steps and has to forget when they are anonymised: salts, messages, files. In the transaction
 * that anonymises them, set-based. Counts and whatever proves that a step was taken stay.
 */
public interface Forgetting {

    void forget(Connection connection, Long[] matters) throws SQLException;
}
