@NullMarked
package org.huiyin.search;

import org.jspecify.annotations.NullMarked;
