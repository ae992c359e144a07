@NullMarked
package org.huiyin.outbound;

import org.jspecify.annotations.NullMarked;
