/** Circuit supervision groups: who goes round which units when, what they saw, and what became of what they found. */
@NullMarked
package org.huiyin.circuit;

import org.jspecify.annotations.NullMarked;
