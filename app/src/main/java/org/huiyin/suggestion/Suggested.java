package org.huiyin.suggestion;

import java.time.Instant;

/** What was suggested for a matter at one version of it. */
record Suggested(long matter, int version, long model, Instant at, Advice advice) {}
