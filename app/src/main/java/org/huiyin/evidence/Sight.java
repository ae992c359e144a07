package org.huiyin.evidence;

import java.util.Optional;

/** How much of the attachments of a step somebody sees; what comes later in the list includes what comes before. */
public enum Sight {
    NOTHING,
    /** The pictures, without the names somebody gave them: a document, or a name, may say who handed it in. */
    PICTURES,
    /** Everything, but without the names. */
    NAMELESS,
    WHOLE;

    /** The attachment as it is seen; empty when it is not. */
    public Optional<Attachment> show(Attachment attachment) {
        return switch (this) {
            case NOTHING -> Optional.empty();
            case PICTURES -> Optional.of(attachment).filter(Attachment::image).map(Attachment::nameless);
            case NAMELESS -> Optional.of(attachment.nameless());
            case WHOLE -> Optional.of(attachment);
        };
    }
}
