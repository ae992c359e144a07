/**
 * The frame of every page: layout, components, languages, themes, problem pages.
 *
 * <p>A controller takes {@link org.huiyin.frame.Page} as a parameter and returns a model of the generated {@code StaticTemplates}; its
 * template begins with {@code @template.frame.layout(page = page, title = page.t("…"), content = @`…`)}. Texts stand in
 * {@code messages/<module>_zh.properties} and {@code _en}. A form of a programme is shown by {@code @template.frame.form} with what was
 * {@link org.huiyin.frame.Filled} in; refusals end in a {@link org.huiyin.frame.Problem}; what happened is told on the next page by
 * {@link org.huiyin.frame.Said}. Every component is to be seen at {@code /_components}.
 */
@NullMarked
package org.huiyin.frame;

import org.jspecify.annotations.NullMarked;
