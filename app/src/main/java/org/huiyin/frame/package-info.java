/** The frame of every page: layout, components, languages, themes, problem pages. */
@NullMarked
package org.huiyin.frame;

import org.jspecify.annotations.NullMarked;
