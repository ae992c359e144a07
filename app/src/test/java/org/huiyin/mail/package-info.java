@NullMarked
package org.huiyin.mail;

import org.jspecify.annotations.NullMarked;
