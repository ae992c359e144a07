/** Pages that mechanisms get from data: a wall of public matters, a list of decisions and what became of them, what is linked with an entry of a register. */
@NullMarked
package org.huiyin.mechanism;

import org.jspecify.annotations.NullMarked;
