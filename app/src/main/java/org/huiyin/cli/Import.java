package org.huiyin.cli;

import picocli.CommandLine.Command;

/** Takes the operator's own tables and maps in. */
@Command(
        name = "import",
        description = "Take your own files in.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = {ImportBoundaries.class, ImportTable.class})
final class Import {}
