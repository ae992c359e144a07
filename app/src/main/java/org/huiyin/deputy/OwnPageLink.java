package org.huiyin.deputy;

import java.util.Optional;
import org.huiyin.frame.Navigation;
import org.huiyin.frame.NavigationLink;
import org.huiyin.org.Actor;
import org.springframework.stereotype.Component;

/** Leads whoever is a deputy to their own page, from everywhere. */
@Component
class OwnPageLink implements NavigationLink {

    private final Deputies deputies;

    OwnPageLink(Deputies deputies) {
        this.deputies = deputies;
    }

    @Override
    public Optional<Navigation.Entry> of(Actor reader) {
        return deputies.of(reader).map(deputy -> new Navigation.Entry("/deputy", "deputy.title"));
    }
}
