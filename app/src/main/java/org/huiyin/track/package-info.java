/** Following one matter at {@code /m/{number}}: the public view, the raiser's view with the query code, and the raiser's own steps. */
@NullMarked
package org.huiyin.track;

import org.jspecify.annotations.NullMarked;
