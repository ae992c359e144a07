/** Units, posts, persons, accounts and places, and who may see and do what (Reach). */
@NullMarked
package org.huiyin.org;

import org.jspecify.annotations.NullMarked;
