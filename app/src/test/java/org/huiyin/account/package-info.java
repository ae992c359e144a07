@NullMarked
package org.huiyin.account;

import org.jspecify.annotations.NullMarked;
