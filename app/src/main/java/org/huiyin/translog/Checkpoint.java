package org.huiyin.translog;

import java.util.Arrays;

/**
 * The head of a log at one size (c2sp.org/tlog-checkpoint): what a log signs.
 *
 * @param origin which log it is
 * @param size how many entries it has
 * @param root the root over all of them
 */
record Checkpoint(String origin, long size, byte[] root) {

    private static final String SIZE = "0|[1-9][0-9]{0,17}";

    /** The text that is signed. */
    String text() {
        return origin + "\n" + size + "\n" + Base64s.encode(root) + "\n";
    }

    Proofs.Head head() {
        return new Proofs.Head(size, root);
    }

    /**
     * Reads the text of a note; lines after the third are nobody's to judge and are passed over.
     *
     * @throws Unreadable when it is no checkpoint
     */
    static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        boolean form = lines.length >= 4
                && Arrays.stream(lines, 0, lines.length - 1).noneMatch(String::isEmpty)
                && lines[lines.length - 1].isEmpty()
                && lines[1].matches(SIZE);
        if (!form) {
            throw new Unreadable(Unreadable.Why.CHECKPOINT_FORM);
        }
        byte[] root = Base64s.hash(lines[2]).orElseThrow(() -> new Unreadable(Unreadable.Why.CHECKPOINT_FORM));
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
    }
}
