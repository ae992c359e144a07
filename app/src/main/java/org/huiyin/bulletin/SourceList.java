package org.huiyin.bulletin;

import java.time.Instant;
import java.util.List;

/** A list of matters behind figures: one sheet of the workbook. */
record SourceList(String title, List<Row> rows) {

    /**
     * One time a matter was counted.
     *
     * @param period of this period or the one before
     * @param remark what else tells it apart: the kind of an instrument, what came of a call
     */
    record Row(
            String period,
            String number,
            String title,
            String unit,
            String kind,
            String county,
            String town,
            String category,
            Instant at,
            String remark) {

        String in(Figure.Source column) {
            return switch (column) {
                case UNIT -> unit;
                case KIND -> kind;
                case COUNTY -> county;
                case CATEGORY -> category;
                case REMARK -> remark;
            };
        }
    }
}
