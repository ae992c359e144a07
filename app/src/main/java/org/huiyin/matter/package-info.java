/** The heart: matters, steps, the pure Lifecycle that decides, the Desk that performs. */
@NullMarked
package org.huiyin.matter;

import org.jspecify.annotations.NullMarked;
