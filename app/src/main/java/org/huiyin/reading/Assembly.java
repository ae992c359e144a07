package org.huiyin.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the pieces of a page into articles: where one begins and ends, which piece goes on after another article came between, and between which
 * two articles each headline stands.
 */
final class Assembly {

    private static final int LONGEST_CAPTION = 260;

    /** A headline of an article shares so much with the text below it, and no more than that with the one above. */
    private static final double OF_THIS = 0.6;

    private static final double OF_THAT = 0.2;
    private static final int SHORTEST = 60;
    private static final Pattern NUMBERED = Pattern.compile("[（(]?[一二三四五六七八九十\\d]+[）)、.．]");

    private final Rules rules;
    private final Tails tails;
    private final List<Draft> drafts = new ArrayList<>();

    /** The headlines and by-lines that stand before each article; one more list for those after the last. */
    private final List<List<Block>> between = new ArrayList<>();

    private List<Block> waiting = new ArrayList<>();
    private Draft current = new Draft();
    private @Nullable Block taken;

    private final List<Flow> comingFrom = new ArrayList<>();

    private Assembly(Rules rules) {
        this.rules = rules;
        this.tails = new Tails(rules);
    }

    static List<Draft> of(List<Block> blocks, Rules rules) {
        Assembly assembly = new Assembly(rules);
        blocks.forEach(assembly::take);
        assembly.between.add(assembly.waiting);
        assembly.drafts.forEach(Draft::finish);
        Headings.share(assembly.drafts, assembly.between, rules);
        return assembly.drafts;
    }

    private void take(Block block) {
        Block before = taken;
        taken = block;
        switch (block.kind()) {
            case HEADING -> waiting.add(block);
            case BYLINE -> byline(block);
            case CREDIT -> credit(block.lines().getFirst(), before);
            case JUMP -> jump(block.lines().getFirst());
            case BODY -> body(block);
        }
    }

    /** In brackets it ends what stands before it; after a square or a title it belongs with that title. */
    private void byline(Block block) {
        char first = block.lines().getFirst().charAt(0);
        boolean bracket = first == '（' || first == '(';
        if (bracket && !drafts.isEmpty() && waiting.isEmpty()) {
            current.bylines.add(block.lines().getFirst());
            current.closed = true;
        } else {
            waiting.add(block);
        }
    }

    private void credit(Flow line, @Nullable Block before) {
        if (before != null && before.is(Block.Kind.HEADING)) {
            caption(waiting.removeLast());
        }
        if (drafts.isEmpty() || before == null || !before.is(Block.Kind.BODY) && !waiting.isEmpty()) {
            return;
        }
        if (rules.matches("wrote-too", line.text()) && written(current)) {
            current.bylines.add(line);
            current.closed = true;
            return;
        }
        current.credits.add(line);
        detach();
        if (current.length() <= LONGEST_CAPTION) {
            current.photo = true;
        }
        current.closed = true;
    }

    /** Words without a full stop before a credit were no headline. */
    private void caption(Block heading) {
        Flow all = heading.lines().getFirst();
        for (Flow more : heading.lines().subList(1, heading.lines().size())) {
            all = all.plus(more);
        }
        body(new Block(Block.Kind.BODY, List.of(all), Block.Cue.STRONG, false, false, false));
    }

    /** Whether an article has a message head or somebody's name: then it is no caption. */
    private boolean written(Draft draft) {
        String text =
                draft.paragraphs.isEmpty() ? "" : draft.paragraphs.getFirst().text();
        return !draft.bylines.isEmpty()
                || draft.length() > LONGEST_CAPTION
                || named(between.get(drafts.indexOf(draft)))
                || rules.pattern("starts").matcher(text).lookingAt() && !text.matches(".?[图上下左右][为图①].*");
    }

    /** A credit after an article of somebody's own speaks of its last paragraph alone: a photograph that came between. */
    private void detach() {
        Draft article = current;
        if (article.paragraphs.size() < 2
                || article.paragraphs.getLast().length() > LONGEST_CAPTION
                || !written(article)) {
            return;
        }
        Draft photo = new Draft();
        photo.paragraphs.add(article.paragraphs.removeLast());
        photo.credits.add(article.credits.removeLast());
        photo.photo = true;
        photo.closed = true;
        article.open = !Signs.sentenceEnds(article.paragraphs.getLast().text());
        drafts.add(photo);
        between.add(waiting);
        waiting = new ArrayList<>();
        current = photo;
    }

    private void jump(Flow line) {
        if (line.text().matches(".*上[转接].*")) {
            comingFrom.add(line);
        } else if (!drafts.isEmpty()) {
            current.jumps.add(line);
            current.closed |= line.text().contains("转");
        }
    }

    private void body(Block block) {
        Draft draft = goesOn(block);
        if (draft == null) {
            draft = new Draft();
            drafts.add(draft);
            between.add(waiting);
            waiting = new ArrayList<>();
            draft.jumps.addAll(comingFrom);
            comingFrom.clear();
        } else if (draft == current) {
            for (Block heading : waiting) {
                (heading.is(Block.Kind.BYLINE) ? draft.bylines : draft.subheads).addAll(heading.lines());
            }
            waiting = new ArrayList<>();
        }
        current = draft;
        for (Flow paragraph : whole(block.lines())) {
            if (draft.open && !draft.paragraphs.isEmpty()) {
                draft.paragraphs.add(draft.paragraphs.removeLast().plus(paragraph));
            } else {
                draft.paragraphs.add(paragraph);
            }
            draft.open = false;
        }
        endOf(draft);
    }

    /** Paragraphs without the （上接第1版） the first of them may begin with. */
    private List<Flow> whole(List<Flow> paragraphs) {
        Flow first = paragraphs.getFirst();
        Matcher jump = rules.pattern("jumps").matcher(first);
        if (!jump.lookingAt() || jump.end() >= first.length() || first.charAt(jump.end()) == '，') {
            return paragraphs;
        }
        List<Flow> left = new ArrayList<>(paragraphs);
        current.jumps.add(first.slice(0, jump.end()));
        left.set(0, first.slice(jump.end(), first.length()).strip());
        return left;
    }

    /** The article a piece without a beginning of its own goes on with; null when it begins one. */
    private @Nullable Draft goesOn(Block block) {
        if (drafts.isEmpty() || block.cue() == Block.Cue.STRONG || named(waiting) || !comingFrom.isEmpty()) {
            return null;
        }
        Draft last = current;
        Draft broken = broken(block);
        if (broken != null) {
            return broken;
        }
        if (titled(block, last)) {
            return null;
        }
        if (!last.closed && !last.photo && (waiting.isEmpty() || block.cue() == Block.Cue.NONE)) {
            return last;
        }
        if (waiting.isEmpty() && block.cue() == Block.Cue.NONE) {
            for (Draft earlier : drafts.reversed()) {
                if (earlier.open) {
                    return earlier;
                }
            }
            if (last.photo) {
                return drafts.reversed().stream()
                        .filter(earlier -> !earlier.closed && !earlier.photo)
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    /** The article before the last one, when its sentence was left open and the last one is whole: this goes on there. */
    private @Nullable Draft broken(Block block) {
        int at = drafts.indexOf(current);
        Draft earlier = at < 1 ? null : drafts.get(at - 1);
        return block.cue() == Block.Cue.NONE
                        && earlier != null
                        && earlier.open
                        && !earlier.closed
                        && !earlier.photo
                        && !current.open
                ? earlier
                : null;
    }

    /** Whether the headline in wait is of what follows and of nothing before it: then it is a title, not a subhead. */
    private boolean titled(Block block, Draft last) {
        List<Flow> said =
                waiting.stream().flatMap(heading -> heading.lines().stream()).toList();
        String text = String.join("", block.lines());
        return !said.isEmpty()
                && !last.open
                && text.length() >= SHORTEST
                && !NUMBERED.matcher(said.getFirst()).lookingAt()
                && Draft.share(said, text.substring(0, Math.min(LONGEST_CAPTION, text.length()))) >= OF_THIS
                && Draft.share(said, last.tail()) <= OF_THAT;
    }

    private static boolean named(List<Block> waiting) {
        return waiting.stream().anyMatch(block -> block.is(Block.Kind.BYLINE));
    }

    /** Takes what stands in brackets at the end of the last paragraph for what it is. */
    private void endOf(Draft draft) {
        Flow last = draft.paragraphs.getLast();
        boolean found = true;
        while (found) {
            found = tails.cut(draft.paragraphs, "jumps", draft.jumps)
                    || tails.credit(draft.paragraphs, draft.credits)
                    || tails.cut(draft.paragraphs, "bylines", draft.bylines);
            if (found && draft.jumps.isEmpty()) {
                draft.closed = true;
            }
        }
        if (!draft.credits.isEmpty() && !draft.photo && !draft.paragraphs.isEmpty()) {
            detach();
            if (current != draft) {
                draft.closed = false;
                return;
            }
        }
        if (draft.paragraphs.isEmpty()) {
            draft.paragraphs.add(last);
        }
        draft.open = !Signs.sentenceEnds(draft.paragraphs.getLast().text());
        draft.photo |= !draft.credits.isEmpty() && draft.length() <= LONGEST_CAPTION;
    }
}
