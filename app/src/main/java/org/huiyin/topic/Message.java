package org.huiyin.topic;

import java.time.Instant;

/**
 * Something somebody said.
 *
 * @param who whoever said it, so that people are counted and not messages; empty when nobody knows
 * @param likes how many agreed
 * @param against how many disagreed
 * @param solved whether it is settled
 */
public record Message(
        String id, String who, String title, String body, Instant at, long likes, long against, boolean solved) {}
