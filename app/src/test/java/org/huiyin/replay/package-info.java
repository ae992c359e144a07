@NullMarked
package org.huiyin.replay;

import org.jspecify.annotations.NullMarked;
