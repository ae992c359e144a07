package org.huiyin.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huiyin.matter.MatterNumber;

/**
 * Draws by lot, so that anybody can do it again with a seed, a list and {@code sha256sum}: within each unit matters stand in the order of
 * SHA-256(seed followed by the matter's number), and the first tenth is drawn. Pure.
 */
final class Lot {

    private Lot() {}

    /** A matter among those of the unit that handled it. */
    record Entry(MatterNumber matter, int unit) {}

    /**
     * A matter in the order of the lot.
     *
     * @param place within its unit, from 1
     */
    record Drawn(MatterNumber matter, int unit, int place, boolean chosen) {}

    /** What is published before: it fixes the seed and tells nothing of it. */
    static String commitment(String seed) {
        return sha256(seed);
    }

    /** All of them in the order of the lot, unit by unit. */
    static List<Drawn> draw(String seed, Collection<Entry> entries, int percent) {
        Map<Integer, List<Entry>> units =
                entries.stream().collect(Collectors.groupingBy(Entry::unit, TreeMap::new, Collectors.toList()));
        List<Drawn> drawn = new ArrayList<>(entries.size());
        units.forEach((unit, own) -> {
            List<Entry> ordered = own.stream()
                    .sorted(Comparator.comparing(entry -> ticket(seed, entry.matter())))
                    .toList();
            int chosen = Math.ceilDiv(own.size() * percent, 100);
            for (int i = 0; i < ordered.size(); i++) {
                drawn.add(new Drawn(ordered.get(i).matter(), unit, i + 1, i < chosen));
            }
        });
        return drawn;
    }

    static String ticket(String seed, MatterNumber matter) {
        return sha256(seed + matter);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
