package io.parler.e2e.suite;

import io.parler.e2e.project.Machine;
import io.parler.e2e.project.ProjectFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The command that runs `parler` from the build output in infra/cli/target.
public final class LauncherCommand {
    private static final Pattern OPTION =
            Pattern.compile("(?<=\\s)(-(?:XX:|Xm|D|-)[^\\s\"$]+)(?=\\s)");

    private LauncherCommand() {}

    /// Runs the command to its end; the result is what it printed, on both streams.
    public static String output(String... arguments) {
        return outputIn(ProjectFiles.root(), arguments);
    }

    /// The same with another folder as the project.
    public static String outputIn(Path home, String... arguments) {
        List<String> command = new ArrayList<>(java(home));
        command.addAll(List.of(arguments));
        return Machine.output(
                Path.of(command.getFirst()),
                command.subList(1, command.size()).toArray(String[]::new));
    }

    /// With the options of the real launcher, so that tests measure what is shipped.
    static List<String> java() {
        return java(ProjectFiles.root());
    }

    /// Reads the templates of the suite from another home.
    static List<String> java(Path home) {
        Path jar = ProjectFiles.path("infra", "cli", "target", "cli.jar");
        Path classPath = ProjectFiles.path("infra", "cli", "target", "classpath");
        if (!Files.exists(jar) || !Files.exists(classPath)) {
            throw new AssertionError("infra/cli is not built; run ./mvnw verify");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Matcher options =
                OPTION.matcher(
                        ProjectFiles.read(ProjectFiles.path("parler"))
                                .replaceAll("(?s).*\nexec ", ""));
        while (options.find()) {
            command.add(options.group(1));
        }
        command.add("-Dparler.home=" + home);
        command.addAll(
                List.of(
                        "-cp",
                        jar + File.pathSeparator + ProjectFiles.read(classPath).strip(),
                        "io.parler.cli.ParlerCommand"));
        return command;
    }
}
