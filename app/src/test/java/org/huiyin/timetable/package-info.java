@NullMarked
package org.huiyin.timetable;

import org.jspecify.annotations.NullMarked;
