package org.huiyin.privacy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Where the words of a text begin, as a dictionary of Chinese cuts them; what is in no dictionary falls into single signs. Cut clause by
 * clause and only where somebody asks; a clause without an end is cut off after a while, so that each sign is looked at once at most.
 */
final class Words {

    private static final int LONGEST_CLAUSE = 80;

    private final String text;
    private final BitSet known = new BitSet();
    private final BitSet cuts = new BitSet();

    Words(String text) {
        this.text = text;
    }

    /** Whether a word ends and another begins here. */
    boolean cutAt(int place) {
        if (place < text.length()) {
            know(place);
        }
        return place == text.length() || cuts.get(place);
    }

    /** Whether the signs between the two places are one word. */
    boolean oneWord(int from, int to) {
        if (!cutAt(from) || !cutAt(to)) {
            return false;
        }
        int next = cuts.nextSetBit(from + 1);
        return next < 0 || next >= to;
    }

    private void know(int place) {
        if (known.get(place)) {
            return;
        }
        int from = place;
        while (from > 0 && place - from < LONGEST_CLAUSE && !known.get(from - 1) && han(from - 1)) {
            from--;
        }
        int to = place + 1;
        while (to < text.length() && to - from < LONGEST_CLAUSE && !known.get(to) && han(to - 1)) {
            to++;
        }
        cut(from, to);
        known.set(from, to);
    }

    private boolean han(int place) {
        return Character.isIdeographic(text.charAt(place));
    }

    private void cut(int from, int to) {
        try (HMMChineseTokenizer words = new HMMChineseTokenizer()) {
            OffsetAttribute offset = words.getAttribute(OffsetAttribute.class);
            words.setReader(new StringReader(text.substring(from, to)));
            words.reset();
            cuts.set(from);
            while (words.incrementToken()) {
                cuts.set(from + offset.startOffset());
                cuts.set(from + offset.endOffset());
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
