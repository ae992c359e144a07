/** What everybody is talking about: messages that belong together by place, object and problem, and how hot each topic is. */
@NullMarked
package org.huiyin.topic;

import org.jspecify.annotations.NullMarked;
