@NullMarked
package org.huiyin.deputy;

import org.jspecify.annotations.NullMarked;
