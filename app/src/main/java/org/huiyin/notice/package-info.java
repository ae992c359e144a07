/** Messages to the people of the house: told in the transaction of what causes them, held in quiet hours, read in the inbox. */
@NullMarked
package org.huiyin.notice;

import org.jspecify.annotations.NullMarked;
