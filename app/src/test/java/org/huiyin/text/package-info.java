@NullMarked
package org.huiyin.text;

import org.jspecify.annotations.NullMarked;
