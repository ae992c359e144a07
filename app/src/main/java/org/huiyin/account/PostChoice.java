package org.huiyin.account;

/**
 * A post as the account page offers it.
 *
 * @param role key of the text that names the role
 * @param now whether the person acts at it now
 */
public record PostChoice(long post, String role, String title, String unit, boolean now) {}
