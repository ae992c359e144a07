package org.huiyin.register;

import gg.jte.Content;
import java.util.Optional;
import org.huiyin.frame.Page;

/** Something a feature shows on the card of an entry: activities, matters, visits. Ordered by {@code @Order}. */
public interface CardPart {

    /** Its section for this reader, who may read the entry; empty when it has nothing to show. */
    Optional<Content> of(Page page, Register register, Entry entry);
}
