@NullMarked
package org.huiyin.org;

import org.jspecify.annotations.NullMarked;
