package org.huiyin.cli;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** In which language a command answers. */
final class LanguageOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            defaultValue = "zh",
            description = "Language of names and reasons (default: ${DEFAULT-VALUE}).")
    private String language = "";

    /** The language asked for; anything but the two that Huiyin speaks is a mistake of the caller's. */
    Locale locale() {
        if (!language.equals("zh") && !language.equals("en")) {
            throw new ParameterException(spec.commandLine(), "Not a language: \"" + language + "\"; expected zh or en");
        }
        return Locale.of(language);
    }
}
