/** Learns from what people decided where a matter belongs, and suggests it for the next one. A person confirms. */
@NullMarked
package org.huiyin.routing;

import org.jspecify.annotations.NullMarked;
