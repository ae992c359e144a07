@NullMarked
package org.huiyin.reading;

import org.jspecify.annotations.NullMarked;
