/** Huiyin 回音: closed-loop civic casework. Each package below is a module; docs/modules.md draws them. */
@NullMarked
package org.huiyin;

import org.jspecify.annotations.NullMarked;
