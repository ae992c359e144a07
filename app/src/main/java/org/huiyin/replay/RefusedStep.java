package org.huiyin.replay;

/** A step the rules did not allow; the record's life goes on without it where it can. */
public record RefusedStep(String record, long line, String step, String reason) {

    @Override
    public String toString() {
        return record + " (line " + line + "), " + step + ": " + reason;
    }
}
