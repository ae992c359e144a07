@NullMarked
package org.huiyin.intake;

import org.jspecify.annotations.NullMarked;
