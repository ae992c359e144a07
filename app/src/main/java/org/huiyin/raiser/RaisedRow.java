package org.huiyin.raiser;

import java.time.Instant;

/** A matter in a list of what one raiser raised. */
public record RaisedRow(String number, String title, String state, Instant raisedAt) {}
