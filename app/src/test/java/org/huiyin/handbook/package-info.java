@NullMarked
package org.huiyin.handbook;

import org.jspecify.annotations.NullMarked;
