@NullMarked
package org.huiyin.map;

import org.jspecify.annotations.NullMarked;
