/** Papers of the office: Word files made from templates it may replace. */
@NullMarked
package org.huiyin.paper;

import org.jspecify.annotations.NullMarked;
