@NullMarked
package org.huiyin.api;

import org.jspecify.annotations.NullMarked;
