@NullMarked
package org.huiyin.cli;

import org.jspecify.annotations.NullMarked;
