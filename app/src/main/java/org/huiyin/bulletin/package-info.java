/** The month's bulletin (通报): what was asked, how it was handled and by whom, in words, tables and charts, with the matters behind every figure. */
@NullMarked
package org.huiyin.bulletin;

import org.jspecify.annotations.NullMarked;
