@NullMarked
package org.huiyin.translog;

import org.jspecify.annotations.NullMarked;
