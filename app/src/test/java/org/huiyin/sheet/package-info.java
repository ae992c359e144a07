@NullMarked
package org.huiyin.sheet;

import org.jspecify.annotations.NullMarked;
