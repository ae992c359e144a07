@NullMarked
package org.huiyin.notice;

import org.jspecify.annotations.NullMarked;
