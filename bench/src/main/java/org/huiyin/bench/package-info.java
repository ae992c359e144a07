/** Benchmarks: the product beside plain SQL and beside its rivals, on one machine, in one run. */
@NullMarked
package org.huiyin.bench;

import org.jspecify.annotations.NullMarked;
