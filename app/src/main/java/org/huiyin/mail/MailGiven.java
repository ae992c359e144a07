package org.huiyin.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's own address on their page.
 *
 * @param failing since when it is refused; null when it is not
 */
public record MailGiven(
        String address,
        boolean confirmed,
        @Nullable Instant failing,
        String failure,
        String language,
        List<Wish> wishes) {

    /** When one kind of message comes: {@code at-once}, {@code daily} or {@code never}. */
    public record Wish(String concern, String when) {}

    static MailGiven of(Addresses.Given given) {
        String failure = given.failure();
        return new MailGiven(
                given.address().text(),
                given.confirmedAt() != null,
                given.failingSince(),
                failure == null ? "" : failure,
                given.language(),
                Wishes.OFFERED.stream()
                        .map(one -> new Wish(
                                one.key(),
                                given.atOnce().contains(one.key())
                                        ? "at-once"
                                        : given.daily().contains(one.key()) ? "daily" : "never"))
                        .toList());
    }
}
