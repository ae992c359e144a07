/**
 * Supervision: what is late is reminded of, urged, carded and, if nobody answers, brought before people. The ladder is data of the programme
 * ({@code ladder.yaml}); {@link org.huiyin.supervision.Watch} climbs it, and every act of a clock happens exactly once.
 */
@NullMarked
package org.huiyin.supervision;

import org.jspecify.annotations.NullMarked;
