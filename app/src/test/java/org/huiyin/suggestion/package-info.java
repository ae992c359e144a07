@NullMarked
package org.huiyin.suggestion;

import org.jspecify.annotations.NullMarked;
