/** Replays tables of other cities' records: each record's life becomes real steps, in the order in which they happened. */
@NullMarked
package org.huiyin.replay;

import org.jspecify.annotations.NullMarked;
