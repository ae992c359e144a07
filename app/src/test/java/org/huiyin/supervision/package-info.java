@NullMarked
package org.huiyin.supervision;

import org.jspecify.annotations.NullMarked;
