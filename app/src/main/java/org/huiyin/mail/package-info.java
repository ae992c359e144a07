/** E-mail: messages of the inbox by mail to those who want them, and a word to raisers when their matter is answered. Off unless a server is named. */
@NullMarked
package org.huiyin.mail;

import org.jspecify.annotations.NullMarked;
