package org.huiyin.map;

import java.util.Locale;
import org.huiyin.org.Organisation;
import org.huiyin.org.Places.Near;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Says where a position is, as well as is known. */
@Component
@EnableConfigurationProperties(MapSettings.class)
public class Spots {

    private final Organisation organisation;
    private final MapSettings settings;

    Spots(Organisation organisation, MapSettings settings) {
        this.organisation = organisation;
        this.settings = settings;
    }

    public Spot at(double lat, double lon, Locale locale) {
        var places = organisation.places();
        var in = places.at(lat, lon).map(place -> places.path(place.code(), locale));
        var near = places.nearest(lat, lon);
        return new Spot(
                lat,
                lon,
                in.orElse(null),
                near.map(found -> places.path(found.place().code(), locale)).orElse(null),
                near.map(Near::metres).map(Math::round).orElse(0L),
                settings.tiles(),
                settings.attribution());
    }

    /** Address of the operator's tiles for a picker; empty when there are none. */
    public String tiles() {
        return settings.tiles();
    }
}
