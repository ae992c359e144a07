/** What every test stands upon: a real database, the running application, a browser, a clock that stands still. */
@NullMarked
package org.huiyin.testing;

import org.jspecify.annotations.NullMarked;
