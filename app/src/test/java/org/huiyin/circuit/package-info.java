@NullMarked
package org.huiyin.circuit;

import org.jspecify.annotations.NullMarked;
