/**
 * The public, verifiable log of steps: every accepted step leaves an entry; entries are the leaves of a Merkle tree (RFC 6962) that is
 * published in tiles under signed checkpoints (c2sp.org/tlog-tiles, tlog-checkpoint, signed-note); receipts prove a step, an audit the whole.
 */
@NullMarked
package org.huiyin.translog;

import org.jspecify.annotations.NullMarked;
