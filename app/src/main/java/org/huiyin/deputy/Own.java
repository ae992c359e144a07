package org.huiyin.deputy;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deputy's own page.
 *
 * @param place where they were elected, in words
 * @param group the name of their group; null while they belong to none
 * @param parts what features show of the deputy and of the group: the next activity, what they took part in
 * @param suggestions those they made, newest first
 */
public record Own(
        String name,
        String number,
        String level,
        String place,
        @Nullable String group,
        List<Content> parts,
        List<OwnSuggestion> suggestions) {}
