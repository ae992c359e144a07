package org.huiyin.translog;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huiyin.matter.MatterNumber;
import org.huiyin.translog.Finding.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * Counts the lists from public entries alone, and follows every matter that shows its number from step to step. Reads an entry without keeping
 * it: ten million have to go by in less than a minute.
 */
final class Tally {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_LISTS = 1 << 12;
    private static final int LIST_BITS = 12;

    private final List<String> lists = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private long[] counts = new long[16];
    private final LongTable chains;

    Tally() {
        this(new LongTable());
    }

    private Tally(LongTable chains) {
        this.chains = chains;
    }

    /** What an entry says of counts. */
    private static final class Said {
        @Nullable
        String programme;

        @Nullable
        String from;

        @Nullable
        String to;

        @Nullable
        String matter;

        long sequence;
        long kind;
        boolean opened;
        boolean sealed;
    }

    /** Takes the next entry; says what is wrong with it. */
    Optional<Finding> take(long position, byte[] bytes, int from, int length) {
        Said said = new Said();
        try (JsonParser json = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), bytes, from, length)) {
            read(json, said);
        } catch (JacksonException e) {
            return Optional.of(Finding.of(Kind.MALFORMED, position));
        }
        if (!said.sealed || said.kind != Entries.VERSION) {
            return Optional.of(Finding.of(Kind.MALFORMED, position));
        }
        if (said.programme == null || said.to == null) {
            boolean hidden = said.programme == null && said.to == null && said.from == null && said.matter == null;
            return hidden ? Optional.empty() : Optional.of(Finding.of(Kind.MALFORMED, position));
        }
        int to = number(said.programme, said.to);
        int left = said.from == null ? -1 : number(said.programme, said.from);
        counts[to]++;
        boolean negative = left >= 0 && --counts[left] < 0;
        Optional<Finding> broken = said.matter == null ? Optional.empty() : follow(position, said, left, to);
        return broken.isPresent() || !negative
                ? broken
                : Optional.of(Finding.of(Kind.CONSERVATION, position, lists.get(left)));
    }

    private static void read(JsonParser json, Said said) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            boolean text = value == JsonToken.VALUE_STRING;
            switch (name) {
                case "programme" -> said.programme = text ? json.getString() : null;
                case "from" -> said.from = text ? json.getString() : null;
                case "to" -> said.to = text ? json.getString() : null;
                case "matter" -> said.matter = text ? json.getString() : null;
                case "sequence" -> said.sequence = value == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : 0;
                case "v" -> said.kind = value == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : 0;
                case "opened" -> said.opened = value == JsonToken.VALUE_TRUE;
                case "sealed" -> said.sealed = text;
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            said.kind = 0;
        }
    }

    private int number(String programme, String list) {
        String named = programme + "/" + list;
        Integer known = numbers.get(named);
        if (known != null) {
            return known;
        }
        int next = lists.size();
        if (next == MOST_LISTS) {
            throw new Unreadable(Unreadable.Why.TOO_LARGE);
        }
        lists.add(named);
        numbers.put(named, next);
        if (next == counts.length) {
            counts = java.util.Arrays.copyOf(counts, 2 * next);
        }
        return next;
    }

    private Optional<Finding> follow(long position, Said said, int left, int to) {
        long id = id(String.valueOf(said.matter));
        if (id == 0 || said.sequence < 1 || said.sequence > Integer.MAX_VALUE) {
            return Optional.of(Finding.of(Kind.MALFORMED, position));
        }
        long before = chains.get(id);
        chains.put(id, said.sequence << LIST_BITS | to);
        long expected = (before >> LIST_BITS) + 1;
        if (said.sequence != expected && !(before == 0 && said.opened)) {
            return Optional.of(Finding.of(Kind.CHAIN, position, String.valueOf(said.matter), said.sequence, expected));
        }
        boolean follows = before == 0 ? said.sequence > 1 || left == -1 : left == (int) (before & (MOST_LISTS - 1));
        return follows
                ? Optional.empty()
                : Optional.of(Finding.of(Kind.CONSERVATION, position, String.valueOf(said.matter)));
    }

    /** The id of a matter's number; 0 when it is none. */
    private static long id(String number) {
        if (number.length() != 12 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        try {
            long id = Long.parseLong(number.substring(0, 11));
            return new MatterNumber(id).toString().equals(number) ? id : 0;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** Programme → list → how many matters stand there, none left out but those with none. */
    TreeMap<String, TreeMap<String, Long>> counted() {
        TreeMap<String, TreeMap<String, Long>> counted = new TreeMap<>();
        for (int i = 0; i < lists.size(); i++) {
            if (counts[i] != 0) {
                String[] named = lists.get(i).split("/", 2);
                counted.computeIfAbsent(named[0], p -> new TreeMap<>()).put(named[1], counts[i]);
            }
        }
        return counted;
    }

    /** How many matters showed their numbers. */
    long matters() {
        return chains.size();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(lists.size());
        for (int i = 0; i < lists.size(); i++) {
            out.writeUTF(lists.get(i));
            out.writeLong(counts[i]);
        }
        chains.write(out);
    }

    static Tally read(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_LISTS) {
            throw new IOException("not a state of an audit");
        }
        List<String> names = new ArrayList<>();
        long[] sums = new long[count];
        for (int i = 0; i < count; i++) {
            names.add(in.readUTF());
            sums[i] = in.readLong();
        }
        Tally tally = new Tally(LongTable.read(in));
        for (int i = 0; i < count; i++) {
            String[] named = names.get(i).split("/", 2);
            tally.counts[tally.number(named[0], named.length == 2 ? named[1] : "")] = sums[i];
        }
        return tally;
    }
}
