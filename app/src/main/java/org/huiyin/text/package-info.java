/** Chinese and mixed text as machines read it: one spelling of everything, and words. Pure. */
@NullMarked
package org.huiyin.text;

import org.jspecify.annotations.NullMarked;
