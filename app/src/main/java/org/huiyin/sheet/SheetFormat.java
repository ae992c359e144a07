package org.huiyin.sheet;

import java.util.Locale;
import java.util.Optional;

/** The two kinds of file a list is taken along in. */
public enum SheetFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What the file's name ends in. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SheetFormat> of(String extension) {
        for (SheetFormat format : values()) {
            if (format.extension().equals(extension)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
