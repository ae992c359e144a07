/**
 * Keys by which other systems use the API: in the name of a post, for some scopes, until a day; and how often each caller may call.
 *
 * <p>A key never reaches further than the post it belongs to: {@link org.huiyin.org.Reach} decides as for the person. Scopes only narrow it.
 */
@NullMarked
package org.huiyin.key;

import org.jspecify.annotations.NullMarked;
