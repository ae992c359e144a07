package org.huiyin.activity;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a feature knows of findings of a kind: what else the matter says, and what people mostly find. Owned here, filled by features above. */
public interface FoundMore {

    /** Further fields of the matter a finding with this title becomes; those its form does not ask for are left out. */
    Map<String, Object> fields(Kind kind, Activity so, String title);

    /** What is proposed as a title, in the reader's language. */
    List<String> titles(Kind kind, Locale locale);
}
