/** The city drawn: schematic tiles, or the operator's boundaries; and one position shown or picked. */
@NullMarked
package org.huiyin.map;

import org.jspecify.annotations.NullMarked;
