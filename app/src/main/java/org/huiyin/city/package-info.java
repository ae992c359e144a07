/** The demonstration city Jingzhou: loads places, units, people and sign-ins from {@code cities/jingzhou}. */
@NullMarked
package org.huiyin.city;

import org.jspecify.annotations.NullMarked;
