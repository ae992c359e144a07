@NullMarked
package org.huiyin.sample;

import org.jspecify.annotations.NullMarked;
