/** The clerks' desk at {@code /desk}: worklists, the page of a matter with the steps a person may take, and steps on many matters at once. */
@NullMarked
package org.huiyin.worklist;

import org.jspecify.annotations.NullMarked;
