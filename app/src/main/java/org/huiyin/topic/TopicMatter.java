package org.huiyin.topic;

/**
 * A matter of a topic.
 *
 * @param reads whether the reader may open it
 */
public record TopicMatter(String number, String title, String state, String raised, boolean reads) {}
