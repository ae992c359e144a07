package org.huiyin.activity;

import java.util.List;

/** What people who left were to carry out, and a form to give it to others. */
public record HandoverView(List<Row> left, String from, String to, List<String> wrong, String key) {

    /** Somebody who left. */
    public record Row(String who, String name, String unit, int activities, String next) {}
}
