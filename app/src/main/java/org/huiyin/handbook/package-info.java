/** The programmes in force, drawn and explained to those who work by them. */
@NullMarked
package org.huiyin.handbook;

import org.jspecify.annotations.NullMarked;
