package org.huiyin.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Paragraphs with their numbers mended, and cut into sentences. */
final class Sentence {

    private Sentence() {}

    /** With the signs a scanner gets wrong in numbers put right, one for one. */
    static Flow mended(Flow paragraph, Rules rules) {
        StringBuilder text = new StringBuilder(paragraph.text());
        for (Rules.Slip slip : rules.slips()) {
            Matcher wrong = slip.wrong().matcher(text);
            while (wrong.find()) {
                text.replace(wrong.start(), wrong.end(), slip.right().repeat(wrong.end() - wrong.start()));
            }
        }
        return paragraph.spelled(text.toString());
    }

    /** The sentences of a paragraph, each with the sign it ends with; half sentences too where they are parted by ；. */
    static List<Flow> of(Flow paragraph, String ends) {
        List<Flow> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < paragraph.length(); i++) {
            boolean end = ends.indexOf(paragraph.charAt(i)) >= 0;
            if (end) {
                int to = i + 1;
                while (to < paragraph.length() && "”’）".indexOf(paragraph.charAt(to)) >= 0) {
                    to++;
                }
                add(paragraph, from, to, sentences);
                from = to;
                i = to - 1;
            }
        }
        add(paragraph, from, paragraph.length(), sentences);
        return sentences;
    }

    private static void add(Flow paragraph, int from, int to, List<Flow> sentences) {
        if (from < to) {
            Flow sentence = paragraph.slice(from, to).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
    }
}
