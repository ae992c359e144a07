/** What people who raise matters can ask for about their own data, and what staff do with it: the same raiser, export, erasure, retention. */
@NullMarked
package org.huiyin.raiser;

import org.jspecify.annotations.NullMarked;
