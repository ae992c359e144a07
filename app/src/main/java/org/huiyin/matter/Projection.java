package org.huiyin.matter;

import java.util.List;

/**
 * Rows of a feature that follow from the steps alone. Doctor folds all steps again, lets the scribe fill twins of its tables, and compares.
 * The scribe's statements name tables without a schema, so that temporary twins come first.
 */
public interface Projection extends StepScribe {

    /** Statements that make a temporary twin ({@code on commit drop}) of every table, with the keys the scribe's statements conflict on. */
    String shadow();

    List<Comparison> comparisons();

    /**
     * What must come out equal.
     *
     * @param sql gives a row for each difference: the matter's id, 0 for a count; what differs
     */
    record Comparison(String table, String sql) {}
}
