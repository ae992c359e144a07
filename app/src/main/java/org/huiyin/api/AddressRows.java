package org.huiyin.api;

import java.util.List;

/** The addresses of one noun as the page lists them. */
public record AddressRows(String group, String title, List<Row> rows) {

    /**
     * An address with one method.
     *
     * @param open whether it may be called without signing in or a key
     */
    public record Row(String method, String path, String text, List<String> scopes, boolean open) {}
}
