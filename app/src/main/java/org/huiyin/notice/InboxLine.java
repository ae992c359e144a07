package org.huiyin.notice;

import java.time.Instant;

/**
 * A message in the reader's words.
 *
 * @param more what stands beneath; may be empty
 * @param pressing whether it is about something late
 */
public record InboxLine(long id, String headline, String more, Instant at, boolean unread, boolean pressing) {}
