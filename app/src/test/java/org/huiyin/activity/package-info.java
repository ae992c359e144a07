@NullMarked
package org.huiyin.activity;

import org.jspecify.annotations.NullMarked;
