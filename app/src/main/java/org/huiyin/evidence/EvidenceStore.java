package org.huiyin.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Where the bytes lie, named by the SHA-256 of the whole file. A second implementation (object storage) is what larger cities will bring.
 */
interface EvidenceStore {

    /** A new empty local file to prepare content in. */
    Path stage() throws IOException;

    /** Takes a staged file over, durably and at once; the same content may be kept again. */
    void keep(Path staged, String sha256, Rendition rendition) throws IOException;

    InputStream open(String sha256, Rendition rendition) throws IOException;

    long sizeBytes(String sha256, Rendition rendition) throws IOException;

    /** Removes a file with its renditions; none there is no fault. */
    void remove(String sha256) throws IOException;

    /** Space left for more. */
    long roomBytes() throws IOException;

    /** Removes staged files that a killed process left behind before that time. */
    void forgetStaged(Instant before) throws IOException;
}
