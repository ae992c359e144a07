/** The versions of the working calendars: kept, published while Huiyin runs, compared and shown. */
@NullMarked
package org.huiyin.timetable;

import org.jspecify.annotations.NullMarked;
