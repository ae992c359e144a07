package org.huiyin.privacy;

/** The key is missing, another's, damaged or incomplete; the message is for the operator and says what to do. */
public final class KeyTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyTrouble(String message) {
        super(message);
    }

    KeyTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
