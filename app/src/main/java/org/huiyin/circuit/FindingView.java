package org.huiyin.circuit;

import java.util.List;
import org.huiyin.evidence.Attachment;
import org.huiyin.frame.Options;
import org.jspecify.annotations.Nullable;

/**
 * A finding in the reader's words.
 *
 * @param state what became of it, as its matter stands now
 * @param matter the number of its matter; null while it is none
 * @param late whether the time to answer that matter has run out
 * @param readable whether this reader may open the matter
 * @param raisable whether this reader may make it a matter now
 * @param programmes under which; the usual first
 */
public record FindingView(
        long id,
        long visit,
        String unit,
        String title,
        String detail,
        String place,
        String settled,
        String state,
        String tone,
        @Nullable String matter,
        boolean late,
        boolean readable,
        boolean raisable,
        List<Options.Option> programmes,
        List<Attachment> photos) {}
