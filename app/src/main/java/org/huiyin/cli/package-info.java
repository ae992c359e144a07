/** The commands of {@code ./huiyin}: one class each, listed in {@link org.huiyin.cli.Huiyin}. */
@NullMarked
package org.huiyin.cli;

import org.jspecify.annotations.NullMarked;
