package org.huiyin.publicity;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Options;

/**
 * The page of open data.
 *
 * @param day the day of the newest files
 * @param base the address of this service
 * @param codes name of a list of codes → its codes with their names
 */
public record OpenDataView(String day, String base, List<Table> tables, Map<String, List<Options.Option>> codes) {

    /** A table with its columns. */
    public record Table(String name, String title, String text, List<Column> columns) {}

    /** A column. */
    public record Column(String name, String type, String text) {}
}
