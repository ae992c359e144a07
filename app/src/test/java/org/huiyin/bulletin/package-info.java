@NullMarked
package org.huiyin.bulletin;

import org.jspecify.annotations.NullMarked;
