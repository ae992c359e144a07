/** What must not be read by everybody: sealing, masking, query codes. Pure but for reading its key file. */
@NullMarked
package org.huiyin.privacy;

import org.jspecify.annotations.NullMarked;
