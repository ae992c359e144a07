@NullMarked
package org.huiyin.alike;

import org.jspecify.annotations.NullMarked;
