package org.huiyin.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A cell as it stands in a file. */
sealed interface RawCell {

    RawCell EMPTY = new Words("");

    /** What a person reads in it. */
    String shown();

    default boolean blank() {
        return false;
    }

    /** Text; empty for an empty cell. */
    record Words(String shown) implements RawCell {

        @Override
        public boolean blank() {
            return shown.isBlank();
        }
    }

    /** A number that is shown as no date. */
    record Amount(BigDecimal value) implements RawCell {

        @Override
        public String shown() {
            return value.toPlainString();
        }
    }

    /** A number that is shown as a day or a time. */
    record Moment(LocalDateTime value) implements RawCell {

        @Override
        public String shown() {
            boolean midnight = value.toLocalTime().equals(java.time.LocalTime.MIDNIGHT);
            return midnight ? value.toLocalDate().toString() : CsvFile.TIME.format(value);
        }
    }

    /** True or false. */
    record Truth(boolean value) implements RawCell {

        @Override
        public String shown() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /** Something that is reckoned from other cells, or an error that came of it: no value that anybody stands for. */
    record Reckoned(String shown) implements RawCell {}
}
