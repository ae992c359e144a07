@NullMarked
package org.huiyin.open311;

import org.jspecify.annotations.NullMarked;
