package org.huiyin.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.text.UnreadableTable;

/**
 * How hot a topic is: (people × each person + log₂(1 + likes) × each doubling + log₂(1 + people elsewhere) × elsewhere) × (1 + unsolved × share
 * not settled) × 0.5 ^ (days since the last message ÷ half-life) + rush × each of it × share not settled × 0.5 ^ (days since ÷ its half-life).
 *
 * @param person what each person counts, of one place where the topic is in many
 * @param doubling what each doubling of the likes counts
 * @param elsewhere what each doubling of the people in the other places counts
 * @param unsolved how much is added when nothing is settled
 * @param halfLife days after which a topic nobody speaks of is half as hot
 * @param rush what each person more than usual within 24 hours counts
 * @param rushHalfLife days after which that is half as much
 */
public record Heat(
        double person,
        double doubling,
        double elsewhere,
        double unsolved,
        double halfLife,
        double rush,
        double rushHalfLife) {

    private static final String SHIPPED = "/topic/heat.txt";

    /** The weights that come with Huiyin. */
    public static Heat shipped() {
        try (InputStream file = Heat.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + " is missing");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED + " cannot be read", e);
        }
    }

    /**
     * Weights of one's own.
     *
     * @throws UnreadableTable when a weight is missing, unknown or no number above zero
     */
    public static Heat read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UnreadableTable(file + " cannot be read: " + e.getMessage());
        }
    }

    private static Heat parse(String text, String name) {
        Map<String, Double> weights = new TreeMap<>();
        text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    String[] parts = line.split("\\s*:\\s*", 2);
                    if (parts.length != 2 || !parts[1].matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
                        throw new UnreadableTable(
                                name + ": \"" + line + "\" is no weight; write for instance person: 1");
                    }
                    weights.put(parts[0], Double.valueOf(parts[1]));
                });
        Heat heat = new Heat(
                weight(weights, "person", name),
                weight(weights, "doubling", name),
                weight(weights, "elsewhere", name),
                weight(weights, "unsolved", name),
                weight(weights, "half-life", name),
                weight(weights, "rush", name),
                weight(weights, "rush-half-life", name));
        if (!weights.isEmpty() || heat.halfLife() <= 0 || heat.rushHalfLife() <= 0) {
            throw new UnreadableTable(
                    weights.isEmpty()
                            ? name + ": half-life and rush-half-life must be above zero."
                            : name + ": unknown weight " + String.join(", ", weights.keySet()));
        }
        return heat;
    }

    private static double weight(Map<String, Double> weights, String key, String name) {
        Double weight = weights.remove(key);
        if (weight == null) {
            throw new UnreadableTable(name + " has no weight " + key + ".");
        }
        return weight;
    }

    /** What was said, by how many. */
    record Said(int people, int elsewhere, long likes, double unsolvedShare) {}

    /**
     * How hot it is.
     *
     * @param days since the last message
     * @param more people than usual at once
     * @param daysAgo since that rush
     */
    double of(Said said, double days, double more, double daysAgo) {
        double heard =
                said.people() * person + doubling * doublings(said.likes()) + elsewhere * doublings(said.elsewhere());
        double lasting = heard * (1 + unsolved * said.unsolvedShare()) * cooled(days, halfLife);
        return lasting + rush * more * said.unsolvedShare() * cooled(daysAgo, rushHalfLife);
    }

    private static double doublings(long count) {
        return Math.log1p(Math.max(0, count)) / Math.log(2);
    }

    private static double cooled(double days, double half) {
        return Math.pow(0.5, Math.max(0, days) / half);
    }
}
