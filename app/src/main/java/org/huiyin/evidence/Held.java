package org.huiyin.evidence;

import java.util.List;

/** What comes of handing in files. All are kept or none. */
public sealed interface Held {

    /** Kept and waiting for their step: those handed in earlier, then the new ones, in order. */
    record Kept(List<Attachment> attachments) implements Held {

        public Kept {
            attachments = List.copyOf(attachments);
        }

        /** The ids for {@code StepRequest.withEvidence}. */
        public List<String> ids() {
            return attachments.stream().map(a -> a.id().toString()).toList();
        }
    }

    /** One was refused; nothing of this request was stored. */
    record Refused(UploadRefusal why) implements Held {}
}
