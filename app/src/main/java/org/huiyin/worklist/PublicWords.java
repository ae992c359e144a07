package org.huiyin.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public reads of a matter, put before those who may correct what is blanked.
 *
 * @param off whether the public sees nothing but a count
 * @param withdrawn whether what was written was taken out of public view
 * @param press in which step's form it is taken out; null when this reader may not
 */
public record PublicWords(
        String number,
        String title,
        boolean off,
        boolean withdrawn,
        List<Text> texts,
        @Nullable String press) {

    /**
     * One text.
     *
     * @param place where it stands, as {@link org.huiyin.matter.TextPlace} writes it
     */
    public record Text(String place, String name, String by, Instant at, List<Piece> pieces) {

        /** How many stretches of it are blanked. */
        public long blanked() {
            return pieces.stream().filter(piece -> piece.kind() != null).count();
        }
    }

    /**
     * A stretch of a text.
     *
     * @param shown as the public reads it
     * @param written as it was written
     * @param kind what was found there, as a key of a text; null where nothing is blanked
     */
    public record Piece(
            String shown,
            String written,
            int from,
            int to,
            @Nullable String kind) {}
}
