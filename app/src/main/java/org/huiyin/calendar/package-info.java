/** Working time: holidays, make-up workdays, hours, limits and deadlines. Pure; knows no database and no screen. */
@NullMarked
package org.huiyin.calendar;

import org.jspecify.annotations.NullMarked;
