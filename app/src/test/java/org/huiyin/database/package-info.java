@NullMarked
package org.huiyin.database;

import org.jspecify.annotations.NullMarked;
