/** Tests of what is kept of people who raise matters. */
@NullMarked
package org.huiyin.raiser;

import org.jspecify.annotations.NullMarked;
