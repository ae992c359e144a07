/** What holds the whole house: modules, sizes, words, settings. */
@NullMarked
package org.huiyin;

import org.jspecify.annotations.NullMarked;
