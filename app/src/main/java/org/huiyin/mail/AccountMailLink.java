package org.huiyin.mail;

import java.util.Optional;
import org.huiyin.frame.AccountLink;
import org.huiyin.frame.Navigation;
import org.huiyin.org.Actor;
import org.springframework.stereotype.Component;

/** Leads from the account to its e-mail, once there is any. */
@Component
class AccountMailLink implements AccountLink {

    private final MailSettings settings;

    AccountMailLink(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Navigation.Entry> of(Actor reader) {
        return settings.on() && reader.staff()
                ? Optional.of(new Navigation.Entry("/account/mail", "mail.title"))
                : Optional.empty();
    }
}
