package org.huiyin.cli;

import java.util.Locale;
import org.huiyin.account.ByLogin;
import org.huiyin.frame.Page;
import org.huiyin.frame.Pages;
import org.huiyin.org.Actor;
import picocli.CommandLine.Option;

/** Whose eyes a command sees with; it sees and may do what they do. */
final class PersonOption {

    @Option(
            names = "--as",
            required = true,
            paramLabel = "LOGIN",
            description = "Act as this person, at the first of their posts.")
    private String login = "";

    Page page(Application application, Locale language) {
        Actor actor = application
                .bean(ByLogin.class)
                .of(login)
                .orElseThrow(() -> new CannotRun("Nobody signs in as " + login));
        return application.bean(Pages.class).of(actor, language);
    }
}
