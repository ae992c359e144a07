package org.huiyin.mail;

/** What came of handing a mail to the server. */
sealed interface Sent {

    /** It took it. */
    record Taken() implements Sent {}

    /** It will not have it, now or ever, in its words. */
    record Refused(String why) implements Sent {}

    /** Not now, in its words. */
    record Later(String why) implements Sent {}

    /** It cannot be spoken to at all: no mail is to blame. */
    record Away(String why) implements Sent {}
}
