package org.huiyin.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.huiyin.routing.Learning;
import org.huiyin.suggestion.CityLearning;
import org.huiyin.suggestion.CityModel;
import org.huiyin.suggestion.Ended;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learning from a city's matters, and suggesting for new ones: seconds, and suggestions a second with the words behind each. */
@Command(
        name = "suggest",
        description = "Learn from many matters, then suggest category, unit and words for new ones.",
        mixinStandardHelpOptions = true)
final class SuggestBench implements Callable<Integer> {

    private static final int CATEGORIES = 29;
    private static final int TOWNS = 120;
    private static final int OWN_WORDS = 60;
    private static final int COMMON_WORDS = 1500;
    private static final int WORDS_OF_TEXT = 45;

    @Option(names = "--matters", description = "Matters to learn from (default: ${DEFAULT-VALUE}).")
    private int matters = 8_000;

    @Option(names = "--threads", description = "Threads that suggest (default: ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(names = "--seconds", description = "How long they do (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    private final Random random = new Random(8311);
    private final List<String> common = words(COMMON_WORDS);
    private final List<List<String>> own = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        for (int i = 0; i < CATEGORIES; i++) {
            own.add(words(OWN_WORDS));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Ended> learned = matters(matters);
        long started = System.nanoTime();
        CityModel model = CityLearning.from(
                learned,
                new Learning.Wish(Instant.EPOCH, "bench", List.of("title", "description"), "category", List.of()),
                System.err::println);
        figures.put("matters", matters);
        figures.put("categories", CATEGORIES);
        figures.put("learningSeconds", Figures.ratio((System.nanoTime() - started) / 1e9, 1));
        List<Ended> asked = matters(2_000);
        suggest(model, asked, Math.max(1, seconds / 4)); // warm
        figures.put("suggestionsPerSecond", Math.round(suggest(model, asked, seconds)));
        figures.put("threads", threads);
        figures.forEach((name, value) -> System.out.printf("%-28s %s%n", name, value));
        Figures.print(figures, json);
        return 0;
    }

    private double suggest(CityModel model, List<Ended> asked, int forSeconds) throws InterruptedException {
        LongAdder done = new LongAdder();
        long begin = System.nanoTime();
        long end = begin + forSeconds * 1_000_000_000L;
        List<Thread> all = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int first = t;
            all.add(Thread.ofPlatform().start(() -> {
                for (int i = first; System.nanoTime() < end; i += threads) {
                    Ended one = asked.get(i % asked.size());
                    model.suggest(one.title(), one.body(), one.place(), unit -> true);
                    done.increment();
                }
            }));
        }
        for (Thread thread : all) {
            thread.join();
        }
        return done.sum() / ((System.nanoTime() - begin) / 1e9);
    }

    /** Made-up matters: titles of a few words, texts of some ninety characters, a third of the words the category's own. */
    private List<Ended> matters(int n) {
        List<Ended> made = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            int category = random.nextInt(CATEGORIES);
            int town = random.nextInt(TOWNS);
            made.add(new Ended(
                    i,
                    text(category, 6),
                    text(category, WORDS_OF_TEXT),
                    "4210%02d%03d001".formatted(town / 15, town % 15),
                    "category-" + category,
                    "office",
                    category * 10 + town / 15,
                    Instant.EPOCH));
        }
        return made;
    }

    private String text(int category, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            List<String> from = random.nextInt(3) == 0 ? own.get(category) : common;
            text.append(from.get(random.nextInt(from.size())));
            text.append(i % 12 == 11 ? "，" : "");
        }
        return text.toString();
    }

    /** Pairs of common Chinese characters. */
    private List<String> words(int n) {
        List<String> words = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            words.add("" + (char) (0x4E00 + random.nextInt(3_000)) + (char) (0x4E00 + random.nextInt(3_000)));
        }
        return words;
    }
}
