/**
 * Finding matters by what was said in them. {@link org.huiyin.search.SearchScribe} enters the words of each step in its transaction;
 * {@link org.huiyin.search.Finder} looks up candidates within the reader's reach, and nothing is shown until it was found again in what the
 * reader may read.
 */
@NullMarked
package org.huiyin.search;

import org.jspecify.annotations.NullMarked;
