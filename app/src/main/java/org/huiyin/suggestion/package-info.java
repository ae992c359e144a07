/**
 * What a city's own ended matters say about the next one: its category and the unit that handles such matters there. A person decides; nothing
 * here refuses, labels or rates anybody.
 */
@NullMarked
package org.huiyin.suggestion;

import org.jspecify.annotations.NullMarked;
