package org.huiyin.outbound;

/** What comes of a call. */
public sealed interface Reply {

    /**
     * The other side answered.
     *
     * @param body its beginning, as much as was asked for
     * @param whole whether that is all of it
     */
    record Answered(int status, String contentType, byte[] body, boolean whole) implements Reply {}

    /** The call was not made. */
    record NotCalled(Why why) implements Reply {}

    /** It was made and came to nothing; {@code what} is the kind of failure, without any of the other side's words. */
    record Failed(String what) implements Reply {}

    /** Why a call is not made. */
    enum Why {
        /** Not an address of the web, or one with a name and password in it. */
        NO_WEB_ADDRESS,
        /** Without TLS; only inside allowed networks. */
        NOT_ENCRYPTED,
        /** The name leads inside: to this machine, a private or a reserved network. */
        INSIDE,
        /** A port below 1024 that is not the web's. */
        PORT;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
