package org.huiyin.privacy;

/**
 * Sealed values a feature keeps in a column of its own, so that they can be counted by key and sealed anew when the key changes.
 *
 * @param name the table, for messages
 * @param count how many each key sealed: its name in hex, or "" for those of before keys had names, and their number
 * @param page the next after {@code :a}, {@code :b} that do not begin with {@code :head}, at most {@code :limit}: two numbers that order
 *     them, their owner, and what is sealed
 * @param put puts {@code :now} in the place of {@code :was}, for numbers {@code :as} and {@code :bs}
 */
public record SealedValues(String name, String count, String page, String put) {}
