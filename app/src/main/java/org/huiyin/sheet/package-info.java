/** Spreadsheets: lists taken along as files, and files taken in. Features declare their columns once; this package knows none of them. */
@NullMarked
package org.huiyin.sheet;

import org.jspecify.annotations.NullMarked;
