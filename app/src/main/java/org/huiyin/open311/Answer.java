package org.huiyin.open311;

import java.util.List;
import java.util.Map;

/**
 * What is answered, whichever way it is written. In XML a list is an element that holds one element a row; in JSON it is an array. A value is a
 * text, a number, a truth, null, or a {@link Rows}.
 */
sealed interface Answer {

    /** The name of the outermost element. */
    String root();

    /** A list of things with fields. */
    record Listing(String root, String item, List<Map<String, Object>> rows) implements Answer {}

    /** One thing with fields. */
    record Document(String root, Map<String, Object> fields) implements Answer {}

    /** A list inside: each row is fields, or one plain value. */
    record Rows(String item, List<?> rows) {}
}
