/** What is counted of every step, the measures made of it, the rankings published, what was left out of them and why. */
@NullMarked
@org.springframework.modulith.ApplicationModule
package org.huiyin.assessment;

import org.jspecify.annotations.NullMarked;
