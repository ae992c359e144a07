package org.huiyin;

/** A setting that nothing reads stands in the configuration, most likely misspelt; the message is one sentence for the operator. */
public final class UnknownSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownSetting(String name) {
        super("The setting " + name + " is not known to Huiyin; docs/configuration.md lists those it reads");
    }
}
