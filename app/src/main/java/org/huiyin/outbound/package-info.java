/** Calls Huiyin makes to others' machines, and to which machines it makes none. */
@NullMarked
package org.huiyin.outbound;

import org.jspecify.annotations.NullMarked;
