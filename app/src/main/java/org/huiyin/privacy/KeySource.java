package org.huiyin.privacy;

import java.time.Duration;

/**
 * Where the installation's secrets come from, always outside the database: a file, or a command that asks a vault or a key management
 * service.
 */
public interface KeySource {

    /**
     * The secrets as they are kept now.
     *
     * @throws KeyTrouble when they cannot be had
     */
    Secrets read();

    /** How long what was read may be used before it is read again. */
    Duration fresh();

    /** Its name in messages. */
    String name();
}
