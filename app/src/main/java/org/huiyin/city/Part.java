package org.huiyin.city;

import java.time.Instant;
import java.util.List;
import org.huiyin.org.Actor;

/** What a matter of the story is about, as far as whoever tells it has to know. */
interface Part {

    String programme();

    String category();

    Actor raisedBy();

    /** Who hands in the pictures that go with its steps. */
    Actor photographer();

    /** What happens when somebody finds at that moment that it is undone; empty when it then ends. */
    List<Act> again(Instant from);
}
