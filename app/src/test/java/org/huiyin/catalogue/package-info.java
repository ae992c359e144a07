@NullMarked
package org.huiyin.catalogue;

import org.jspecify.annotations.NullMarked;
