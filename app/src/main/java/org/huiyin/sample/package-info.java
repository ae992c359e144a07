/** Samples drawn by lot every month: raisers who are called back, and closed matters that are looked at again. Anybody can draw them again. */
@NullMarked
package org.huiyin.sample;

import org.jspecify.annotations.NullMarked;
