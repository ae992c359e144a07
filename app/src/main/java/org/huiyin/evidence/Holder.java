package org.huiyin.evidence;

import java.util.List;
import org.huiyin.org.Actor;

/**
 * Who holds uploads that no step has claimed yet: the browser that sent them, and the account when somebody is signed in. Nobody else may
 * see or use them.
 *
 * @param browser a hash of the browser's evidence cookie; empty for programs without cookies
 * @param address from where the request comes, as limits count it
 */
public record Holder(long account, String browser, String address) {

    /** A signed-in caller without cookies, such as an import. */
    public static Holder of(Actor actor) {
        return new Holder(actor.account(), "", "");
    }

    /** Under each of these names an upload is found again; signing in between upload and step loses nothing. */
    List<String> names() {
        if (account == 0) {
            return browser.isEmpty() ? List.of() : List.of("browser:" + browser);
        }
        String byAccount = "account:" + account;
        return browser.isEmpty() ? List.of(byAccount) : List.of(byAccount, "browser:" + browser);
    }

    /** The name new uploads are held under. */
    String name() {
        List<String> names = names();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("An upload needs an account or a browser to be held for");
        }
        return names.getFirst();
    }
}
