@NullMarked
package org.huiyin.assessment;

import org.jspecify.annotations.NullMarked;
