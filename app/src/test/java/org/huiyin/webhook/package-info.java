@NullMarked
package org.huiyin.webhook;

import org.jspecify.annotations.NullMarked;
