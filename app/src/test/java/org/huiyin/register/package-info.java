@NullMarked
package org.huiyin.register;

import org.jspecify.annotations.NullMarked;
