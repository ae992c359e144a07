@NullMarked
package org.huiyin.routing;

import org.jspecify.annotations.NullMarked;
