/** DueRounds: entries of registers that are looked at again and again, who is overdue, and how checkpoints score. */
@NullMarked
package org.huiyin.round;

import org.jspecify.annotations.NullMarked;
