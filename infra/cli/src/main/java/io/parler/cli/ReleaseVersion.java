package io.parler.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.IVersionProvider;

/// The version: that of the newest heading of the changelog.
final class ReleaseVersion implements IVersionProvider {
    private final Path changelog;

    ReleaseVersion() {
        this(StartOptions.home().resolve("CHANGELOG.md"));
    }

    ReleaseVersion(Path changelog) {
        this.changelog = changelog;
    }

    @Override
    public String[] getVersion() throws IOException {
        try (var lines = Files.lines(changelog)) {
            return new String[] {
                "parler "
                        + lines.filter(line -> line.startsWith("## "))
                                .findFirst()
                                .map(line -> line.substring("## ".length()))
                                .orElse("of an unknown version")
            };
        }
    }
}
