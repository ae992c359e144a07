/** Places and units as JSON for the pickers of forms. */
@NullMarked
package org.huiyin.catalogue;

import org.jspecify.annotations.NullMarked;
