/** How matters come in: the form at {@code /raise}, for oneself or on behalf of somebody, and the JSON API. */
@NullMarked
package org.huiyin.intake;

import org.jspecify.annotations.NullMarked;
