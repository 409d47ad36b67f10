package io.parler.e2e.template;

import io.parler.e2e.project.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds the names of the environment variables that a function reads: those in its handler's
/// source, and in the sources of the settings that it uses, directly or through other settings.
final class SettingNames {
    private static final Pattern NAME = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

    /// `ApiSettings`, and `X` in `X.from(settings)`.
    private static final Pattern SETTINGS =
            Pattern.compile("\\b(\\w*Settings)\\b|\\b([A-Z]\\w*)\\.from\\(settings\\)");

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (io\\.parler\\.\\w+\\.[\\w.]+);");

    private final Path sources;
    private final Set<Path> visited = new HashSet<>();
    private final Set<String> names = new TreeSet<>();

    private SettingNames(Path sources) {
        this.sources = sources;
    }

    static Set<String> readBy(Path sources, String handler) {
        SettingNames found = new SettingNames(sources);
        found.visit(sources.resolve(handler.replace('.', '/') + ".java"));
        return found.names;
    }

    private void visit(Path source) {
        if (!Files.exists(source) || !visited.add(source)) {
            return;
        }
        String code = ProjectFiles.read(source);
        NAME.matcher(code)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.startsWith("AWS_") && !name.equals("SERVICE_NAME"))
                .forEach(names::add);
        SETTINGS.matcher(code)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .distinct()
                .toList()
                .forEach(name -> visit(file(source, code, name)));
    }

    /// An imported class, or one of the same package.
    private Path file(Path source, String code, String name) {
        return IMPORT.matcher(code)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(imported -> imported.endsWith("." + name))
                .findFirst()
                .map(imported -> sources.resolve(imported.replace('.', '/') + ".java"))
                .orElseGet(() -> source.resolveSibling(name + ".java"));
    }
}
