@NullMarked
package org.huiyin.track;

import org.jspecify.annotations.NullMarked;
