/** Tests of working time. */
@NullMarked
package org.huiyin.calendar;

import org.jspecify.annotations.NullMarked;
