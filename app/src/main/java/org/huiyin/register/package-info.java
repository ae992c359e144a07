/**
 * Registers: what a city keeps books about, as data. A definition lies in {@code registers/<name>/register.yaml}; whatever happens to an entry is
 * a fact with a day, only ever appended, and the entry is its newest one. Other features read {@link org.huiyin.register.Registers} and
 * {@link org.huiyin.register.Entries}, write through {@link org.huiyin.register.Keeping}, and show themselves on a card by a
 * {@link org.huiyin.register.CardPart}.
 */
@NullMarked
package org.huiyin.register;

import org.jspecify.annotations.NullMarked;
