/** Mechanisms as data: reading, validating and versioning programme definitions. Pure after reading. */
@NullMarked
package org.huiyin.programme;

import org.jspecify.annotations.NullMarked;
