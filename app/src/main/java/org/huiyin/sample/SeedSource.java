package org.huiyin.sample;

/** Where the seeds of samples come from; nobody may know one before its month is over. */
@FunctionalInterface
public interface SeedSource {

    /**
     * 32 bytes.
     *
     * @param sample whose seed it becomes: programme, kind and month
     */
    byte[] fresh(String sample);
}
