package org.huiyin.translog;

/** A log could not be asked, which says nothing about it. */
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unreachable(String address, Exception cause) {
        super(address + " does not answer" + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), cause);
    }
}
