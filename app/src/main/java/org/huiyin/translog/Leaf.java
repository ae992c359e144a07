package org.huiyin.translog;

/**
 * A step's entry on its way into the tree.
 *
 * @param seed of its salts; empty when what it seals was made unknown before it got its place
 */
record Leaf(long matter, int seq, byte[] seed, byte[] entry) {}
