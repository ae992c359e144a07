@NullMarked
package org.huiyin.mechanism;

import org.jspecify.annotations.NullMarked;
