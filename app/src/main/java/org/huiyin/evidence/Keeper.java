package org.huiyin.evidence;

/**
 * What besides a step keeps attachments, such as the answer to an instrument.
 *
 * @param kind a word of the module that keeps them; whoever may see them is told by its {@link MayReadKept}
 */
public record Keeper(String kind, long id) {}
