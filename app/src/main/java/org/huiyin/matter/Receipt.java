package org.huiyin.matter;

import java.time.Instant;

/**
 * What the asker gets once the step is on disk.
 *
 * @param version the matter's version after the step
 * @param again whether this key had been used before and nothing new was stored
 */
public record Receipt(MatterNumber number, int version, String step, String state, Instant recordedAt, boolean again) {}
