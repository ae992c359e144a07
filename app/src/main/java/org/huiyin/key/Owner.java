package org.huiyin.key;

/** A person at a post, in whose name a key or a subscription acts. */
public record Owner(long account, long post, String login, String name, String title, int unit) {}
