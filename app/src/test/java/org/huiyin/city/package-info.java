@NullMarked
package org.huiyin.city;

import org.jspecify.annotations.NullMarked;
