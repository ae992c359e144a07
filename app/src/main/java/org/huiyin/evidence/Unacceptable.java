package org.huiyin.evidence;

import org.huiyin.evidence.UploadRefusal.Reason;

/** Ends the checking of one file. Never leaves this package: {@link Attachments} turns it into {@link Held.Refused}. */
final class Unacceptable extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String[] facts;

    Unacceptable(Reason reason, String... facts) {
        super(reason.slug(), null, false, false);
        this.reason = reason;
        this.facts = facts;
    }

    Reason reason() {
        return reason;
    }

    UploadRefusal of(String file) {
        return new UploadRefusal(reason, file, facts);
    }
}
