package org.huiyin.activity;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a feature knows of findings of a kind: what else the matter says, and what people mostly find. Owned here, filled by features above. */
public interface FoundMore {

    /** What else is known of a finding with this title, by the words programmes use in {@code origins}; what they have no use for is left out. */
    Map<String, Object> fields(Kind kind, Activity so, String title);

    /** What is proposed as a title, in the reader's language. */
    List<String> titles(Kind kind, Locale locale);
}
