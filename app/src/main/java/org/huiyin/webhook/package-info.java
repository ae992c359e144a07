/** Tells other systems of steps by calling them: signed, in order for each matter, again and again until they answer. */
@NullMarked
package org.huiyin.webhook;

import org.jspecify.annotations.NullMarked;
