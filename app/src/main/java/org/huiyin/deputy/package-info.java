/** Deputies' action: the deputy's own page, and the standing committee's by county and town. What they rest on is data: registers and a programme. */
@NullMarked
package org.huiyin.deputy;

import org.jspecify.annotations.NullMarked;
