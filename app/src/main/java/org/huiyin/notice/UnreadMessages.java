package org.huiyin.notice;

import java.time.InstantSource;
import org.huiyin.frame.Unread;
import org.huiyin.org.Actor;
import org.springframework.stereotype.Component;

/** The count in the head of every page of the desk. */
@Component
class UnreadMessages implements Unread {

    private final Inbox inbox;
    private final InstantSource clock;

    UnreadMessages(Inbox inbox, InstantSource clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public int of(Actor reader) {
        return reader.staff() ? inbox.unread(reader.account(), MOST + 1, clock.instant()) : 0;
    }
}
