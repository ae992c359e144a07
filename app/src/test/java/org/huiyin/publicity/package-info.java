@NullMarked
package org.huiyin.publicity;

import org.jspecify.annotations.NullMarked;
