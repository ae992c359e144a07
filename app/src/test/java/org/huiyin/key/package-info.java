@NullMarked
package org.huiyin.key;

import org.jspecify.annotations.NullMarked;
