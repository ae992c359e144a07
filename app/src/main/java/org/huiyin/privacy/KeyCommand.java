package org.huiyin.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Secrets a command of the operator prints, in the form of the key file: how a vault or a key management service is asked. */
final class KeyCommand implements KeySource {

    private static final int LONGEST = 65_536;
    private static final int SECONDS = 20;

    private final List<String> command;

    KeyCommand(String line) {
        this.command = List.of(line.strip().split("\\s+"));
    }

    @Override
    public Secrets read() {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            byte[] printed;
            try (InputStream out = process.getInputStream()) {
                printed = out.readNBytes(LONGEST);
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new KeyTrouble("it did not end well");
            }
            return Secrets.read(printed);
        } catch (KeyTrouble e) {
            throw new KeyTrouble("What " + name() + " prints cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new KeyTrouble("Cannot run " + name() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyTrouble("Interrupted while waiting for " + name(), e);
        }
    }

    @Override
    public Duration fresh() {
        return Duration.ofMinutes(1);
    }

    @Override
    public String name() {
        return "the key command " + command.getFirst();
    }
}
