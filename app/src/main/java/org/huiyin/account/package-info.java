/** Signing in and out, sessions, passwords and lock-out, and which addresses are open to whom. */
@NullMarked
package org.huiyin.account;

import org.jspecify.annotations.NullMarked;
