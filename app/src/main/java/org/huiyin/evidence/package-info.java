/** Attachments of steps: checking, re-encoding, keeping, serving and sweeping them. */
@NullMarked
package org.huiyin.evidence;

import org.jspecify.annotations.NullMarked;
