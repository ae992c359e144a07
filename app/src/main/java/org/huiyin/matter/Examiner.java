package org.huiyin.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A feature's own look at what it keeps beside the steps, whenever {@link Doctor} examines. */
public interface Examiner {

    /** What does not follow from the steps; the connection reads the snapshot that doctor examines and must not write. */
    List<Doctor.Difference> examine(Connection snapshot) throws SQLException;
}
