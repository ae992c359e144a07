package org.huiyin.activity;

import java.util.List;

/**
 * Attendance of one sitting, for a phone.
 *
 * @param hand whether somebody may be written down by hand
 * @param code whether there is a code for the wall
 * @param key of the form: sent twice it counts once
 */
public record AttendanceView(
        long id,
        String title,
        int session,
        List<ActivityView.SessionRow> sessions,
        List<Row> rows,
        int there,
        boolean hand,
        boolean code,
        boolean list,
        String key) {

    /**
     * Somebody who is awaited.
     *
     * @param there how they were taken down; empty while they were not
     */
    public record Row(String who, String name, String more, boolean host, String there, String far) {}
}
