/** The open board: the lists everybody may read, their counts, and the proof that nothing gets lost between them. */
@NullMarked
package org.huiyin.publicity;

import org.jspecify.annotations.NullMarked;
