/** Finds matters that say the same: candidates by a few numbers kept of each text, then exactly. A person merges; nothing is merged by itself. */
@NullMarked
package org.huiyin.alike;

import org.jspecify.annotations.NullMarked;
