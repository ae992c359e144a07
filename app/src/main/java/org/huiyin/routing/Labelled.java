package org.huiyin.routing;

import org.huiyin.text.Plain;

/** A message of which a person said where it belongs. Either text may be empty, not both. */
public record Labelled(String title, String body, String label) {

    /** What messages have in common that must not be learned from in one place and asked about in another. */
    String kinship() {
        return Plain.of(title.isBlank() ? body : title);
    }
}
