package org.huiyin.translog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * What proves one step to somebody who trusts nobody here: the entry, where it stands, how it hangs on the signed root, and of what the entry
 * seals as much as its bearer may know.
 *
 * @param checkpoint the signed note
 * @param entry as it stands in the log, to the byte
 * @param proof the hashes from the entry's sibling up to the root's child
 * @param told what is opened
 * @param untold digests of what is not
 */
record Receipt(String checkpoint, String entry, long index, List<byte[]> proof, List<Told> told, List<byte[]> untold) {

    /** What every receipt begins with; another kind would have another name. */
    static final String KIND = "huiyin-receipt/1";

    static final int MOST_CHARACTERS = 1 << 20;

    private static final int MOST_HASHES = 64;
    private static final int MOST_TOLD = 1000;
    /** Beyond it numbers of JSON are not exact everywhere. */
    private static final long MOST_INDEX = 1L << 53;

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final Set<String> NAMES =
            Set.of("receipt", "checkpoint", "entry", "index", "proof", "told", "untold");

    Receipt {
        proof = List.copyOf(proof);
        told = List.copyOf(told);
        untold = List.copyOf(untold);
    }

    /** The same with nothing of what the entry seals: it proves the entry alone. */
    Receipt bare() {
        return new Receipt(checkpoint, entry, index, proof, List.of(), List.of());
    }

    /** As it is handed out: JSON, one line. */
    String written() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("receipt", KIND);
        members.put("checkpoint", checkpoint);
        members.put("entry", entry);
        members.put("index", index);
        members.put("proof", proof.stream().map(Base64s::encode).toList());
        members.put(
                "told",
                told.stream()
                        .map(one -> List.of(one.salt(), one.name(), one.value()))
                        .toList());
        members.put("untold", untold.stream().map(Base64s::encode).toList());
        return Jcs.of(members);
    }

    /**
     * Reads a receipt; nothing is checked yet but its form.
     *
     * @throws Unreadable when it is none
     */
    static Receipt parse(String written) {
        if (written.length() > MOST_CHARACTERS) {
            throw new Unreadable(Unreadable.Why.TOO_LARGE);
        }
        Map<String, Object> members;
        try {
            members = Entry.JSON.readValue(written, MEMBERS);
        } catch (JacksonException e) {
            throw new Unreadable(Unreadable.Why.RECEIPT_FORM);
        }
        if (members == null || !(members.get("receipt") instanceof String kind)) {
            throw new Unreadable(Unreadable.Why.RECEIPT_FORM);
        }
        if (!kind.equals(KIND)) {
            throw new Unreadable(Unreadable.Why.RECEIPT_KIND, kind.length() > 40 ? "" : kind);
        }
        if (!NAMES.equals(members.keySet())) {
            String differing = NAMES.stream()
                    .filter(name -> !members.containsKey(name))
                    .sorted()
                    .findFirst()
                    .orElse("?");
            throw new Unreadable(Unreadable.Why.RECEIPT_MEMBER, differing);
        }
        return new Receipt(
                text(members, "checkpoint"),
                text(members, "entry"),
                index(members),
                hashes(members, "proof", MOST_HASHES),
                told(members),
                hashes(members, "untold", MOST_TOLD));
    }

    private static String text(Map<String, Object> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new Unreadable(Unreadable.Why.RECEIPT_MEMBER, name);
    }

    private static long index(Map<String, Object> members) {
        if (members.get("index") instanceof Long index && index >= 0 && index < MOST_INDEX) {
            return index;
        }
        throw new Unreadable(Unreadable.Why.RECEIPT_MEMBER, "index");
    }

    private static List<?> list(Map<String, Object> members, String name, int most) {
        if (members.get(name) instanceof List<?> list && list.size() <= most) {
            return list;
        }
        throw new Unreadable(Unreadable.Why.RECEIPT_MEMBER, name);
    }

    private static List<byte[]> hashes(Map<String, Object> members, String name, int most) {
        List<byte[]> hashes = new ArrayList<>();
        for (Object item : list(members, name, most)) {
            hashes.add(Base64s.hash(String.valueOf(item))
                    .orElseThrow(() -> new Unreadable(Unreadable.Why.RECEIPT_MEMBER, name)));
        }
        return hashes;
    }

    private static List<Told> told(Map<String, Object> members) {
        List<Told> told = new ArrayList<>();
        for (Object item : list(members, "told", MOST_TOLD)) {
            if (!(item instanceof List<?> triple
                    && triple.size() == 3
                    && triple.get(0) instanceof String salt
                    && triple.get(1) instanceof String name
                    && triple.get(2) instanceof Object value)) {
                throw new Unreadable(Unreadable.Why.RECEIPT_MEMBER, "told");
            }
            told.add(new Told(salt, name, value));
        }
        return told;
    }
}
