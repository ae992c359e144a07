@NullMarked
package org.huiyin.worklist;

import org.jspecify.annotations.NullMarked;
