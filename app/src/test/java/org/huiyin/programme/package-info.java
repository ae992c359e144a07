@NullMarked
package org.huiyin.programme;

import org.jspecify.annotations.NullMarked;
