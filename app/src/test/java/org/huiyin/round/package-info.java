@NullMarked
package org.huiyin.round;

import org.jspecify.annotations.NullMarked;
