/** Activities: what is planned, who signs up, who came, what was found and reported, and who owes how many. */
@NullMarked
package org.huiyin.activity;

import org.jspecify.annotations.NullMarked;
