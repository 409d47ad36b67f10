package io.parler.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The command that runs `parler`, from what the build left in infra/cli/target.
final class Launch {
    private static final Pattern OPTION =
            Pattern.compile("(?<=\\s)(-(?:XX:|Xm|D|-)[^\\s\"$]+)(?=\\s)");

    private Launch() {}

    /// With the options of the launcher in the project's root, so that what is measured is what is
    /// shipped.
    static List<String> java() {
        return java(Project.root());
    }

    /// Reading the suite's templates from another home.
    static List<String> java(Path home) {
        Path jar = Project.path("infra", "cli", "target", "cli.jar");
        Path classPath = Project.path("infra", "cli", "target", "classpath");
        if (!Files.exists(jar) || !Files.exists(classPath)) {
            throw new AssertionError("infra/cli is not built; run ./mvnw verify");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Matcher options =
                OPTION.matcher(
                        Project.read(Project.path("parler")).replaceAll("(?s).*\nexec ", ""));
        while (options.find()) {
            command.add(options.group(1));
        }
        command.add("-Dparler.home=" + home);
        command.addAll(
                List.of(
                        "-cp",
                        jar + File.pathSeparator + Project.read(classPath).strip(),
                        "io.parler.cli.Parler"));
        return command;
    }
}
