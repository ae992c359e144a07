package org.huiyin.replay;

import java.util.List;
import java.util.Optional;
import org.huiyin.org.Actor;
import org.huiyin.org.Appointment;
import org.huiyin.org.Appointment.NewAccount;
import org.huiyin.org.Appointment.NewPost;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.org.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posts from which replays act. Nobody can sign in to one. */
@Component
class ImportPosts {

    private static final String FIND = """
            select account.id as account, post.id as post, post.unit_id, person.name
            from account
            join person on person.id = account.person_id
            join post on post.person_id = person.id and post.role = 'IMPORTER'
            where account.login = :login
            """;
    /** No password has this hash. */
    private static final String NO_PASSWORD = "!";

    private final JdbcClient database;
    private final Staff staff;

    ImportPosts(JdbcClient database, Staff staff) {
        this.database = database;
        this.staff = staff;
    }

    /** The import post of that name at that unit; it is set up when it is not there. */
    Actor at(String name, String unit) {
        return find(name).orElseGet(() -> {
            staff.appoint(List.of(new Appointment(
                    "导入 " + name,
                    null,
                    List.of(new NewPost(unit, Role.IMPORTER, "导入", List.of(), true)),
                    new NewAccount("replay-" + name, NO_PASSWORD, false))));
            return find(name).orElseThrow();
        });
    }

    private Optional<Actor> find(String name) {
        return database.sql(FIND)
                .param("login", "replay-" + name)
                .query((row, n) -> new Actor(
                        row.getLong("account"),
                        row.getLong("post"),
                        row.getInt("unit_id"),
                        Role.IMPORTER,
                        row.getString("name"),
                        Reach.EVERYWHERE,
                        null))
                .optional();
    }
}
