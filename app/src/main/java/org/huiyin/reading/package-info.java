/**
 * Documents in 文件入单: newspaper pages, minutes and plans are read into articles, people, tasks, promises and figures, each with its place in
 * the source. Nothing of it enters until a person says so.
 */
@NullMarked
package org.huiyin.reading;

import org.jspecify.annotations.NullMarked;
