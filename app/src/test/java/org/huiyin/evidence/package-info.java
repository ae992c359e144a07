@NullMarked
package org.huiyin.evidence;

import org.jspecify.annotations.NullMarked;
