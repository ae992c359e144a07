/** Tests of masking. */
@NullMarked
package org.huiyin.privacy;

import org.jspecify.annotations.NullMarked;
