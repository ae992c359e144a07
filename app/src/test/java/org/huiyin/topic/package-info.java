@NullMarked
package org.huiyin.topic;

import org.jspecify.annotations.NullMarked;
