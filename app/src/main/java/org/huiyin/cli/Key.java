package org.huiyin.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.key.ApiKey;
import org.huiyin.key.ApiKeys;
import org.huiyin.key.Owner;
import org.huiyin.key.Owners;
import org.huiyin.key.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin key}: the keys by which other systems use the API. */
@Command(name = "key", description = "List, make and revoke API keys.", synopsisSubcommandLabel = "COMMAND")
final class Key implements Runnable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "List the keys, the valid ones first.")
    int list(@Mixin DatabaseOptions database) {
        try (Application application = Application.quiet(database.open())) {
            List<ApiKey> keys = application.bean(ApiKeys.class).all();
            Map<Long, Owner> owners = application
                    .bean(Owners.class)
                    .at(keys.stream().map(ApiKey::post).toList());
            Instant now = application.bean(java.time.InstantSource.class).instant();
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("id", "name", "owner", "scopes", "expires", "last used", "state"));
            for (ApiKey key : keys) {
                Owner owner = owners.get(key.post());
                rows.add(List.of(
                        key.id(),
                        key.name(),
                        owner == null ? "" : owner.login() + " " + owner.title(),
                        key.scopes().stream().map(Scope::key).collect(Collectors.joining(" ")),
                        day(key.expiresAt()),
                        key.lastUsedAt() == null ? "never" : day(key.lastUsedAt()),
                        key.state(now).key()));
            }
            out().println(new TextTable(rows));
            out().flush();
            return 0;
        }
    }

    @Command(
            name = "add",
            description = {"Make a key and print it. It is shown this once; only its hash is kept."})
    int add(
            @Mixin DatabaseOptions database,
            @Option(names = "--owner", required = true, paramLabel = "LOGIN", description = "Whose key it is.")
                    String login,
            @Option(names = "--post", paramLabel = "ID", description = "Which of their posts, when they hold several.")
                    @Nullable
                    Long post,
            @Option(names = "--name", required = true, paramLabel = "TEXT", description = "Which system uses it.")
                    String name,
            @Option(
                            names = "--scopes",
                            required = true,
                            split = ",",
                            paramLabel = "SCOPE",
                            description = "What it may do, with commas between.")
                    List<String> scopes,
            @Option(
                            names = "--days",
                            defaultValue = "365",
                            description = "How long it is valid (default: ${DEFAULT-VALUE}, most: 1096).")
                    int days) {
        if (name.isBlank() || name.length() > 60 || days < 1 || days > ApiKeys.MOST_DAYS) {
            throw new CannotRun("--name needs 1 to 60 characters, and --days 1 to " + ApiKeys.MOST_DAYS);
        }
        Set<Scope> named = scopes(scopes);
        try (Application application = Application.quiet(database.open())) {
            Owner owner = owner(application.bean(Owners.class), login, post);
            ApiKeys.Wanted wanted = new ApiKeys.Wanted(name.strip(), owner, named, null, Duration.ofDays(days), null);
            out().println(application
                    .bean(ApiKeys.class)
                    .make(wanted, operator())
                    .orElseThrow());
            out().flush();
            return 0;
        }
    }

    @Command(name = "revoke", description = "End a key for good.")
    int revoke(@Mixin DatabaseOptions database, @Parameters(paramLabel = "ID") String id) {
        try (Application application = Application.quiet(database.open())) {
            if (!application.bean(ApiKeys.class).revoke(id, operator())) {
                throw new CannotRun("There is no valid key " + id);
            }
            out().println("Revoked; a running service stops taking it within five seconds.");
            out().flush();
            return 0;
        }
    }

    private static Set<Scope> scopes(List<String> written) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String one : written) {
            scopes.add(Scope.of(one.strip())
                    .orElseThrow(() -> new CannotRun("No scope is called \"" + one + "\"; there are "
                            + Scope.given().stream().map(Scope::key).collect(Collectors.joining(", ")))));
        }
        return scopes;
    }

    private static Owner owner(Owners owners, String login, @Nullable Long post) {
        List<Owner> found = owners.search(login).stream()
                .filter(one -> one.login().equalsIgnoreCase(login.strip()))
                .filter(one -> post == null || one.post() == post)
                .toList();
        if (found.size() > 1) {
            throw new CannotRun(login + " holds several posts; say which with --post: "
                    + found.stream()
                            .map(one -> one.post() + " (" + one.title() + ")")
                            .collect(Collectors.joining(", ")));
        }
        return found.stream().findFirst().orElseThrow(() -> new CannotRun(login + " holds no such post"));
    }

    private static String operator() {
        return "命令行 " + System.getProperty("user.name", "");
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(ZoneId.of("Asia/Shanghai")));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
