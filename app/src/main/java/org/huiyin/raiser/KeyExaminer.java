package org.huiyin.raiser;

import java.sql.Connection;
import java.util.List;
import org.huiyin.matter.Doctor.Difference;
import org.huiyin.matter.Examiner;
import org.huiyin.privacy.Rotation;
import org.springframework.stereotype.Component;

/** Finds what is sealed with a key that is not there any more. */
@Component
class KeyExaminer implements Examiner {

    private final Rotation rotation;

    KeyExaminer(Rotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public List<Difference> examine(Connection snapshot) {
        return rotation.uses().stream()
                .filter(use -> use.since() == null && !use.id().isEmpty())
                .map(use -> new Difference(
                        "keys", 0, use.total() + " values are sealed with key " + use.id() + ", which is missing"))
                .toList();
    }
}
