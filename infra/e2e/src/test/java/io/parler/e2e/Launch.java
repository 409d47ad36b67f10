package io.parler.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The command that runs `parler`, from what the build left in infra/local/target.
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
        Path runtime = Project.path("infra", "local", "target", "local.jar");
        Path classPath = Project.path("infra", "local", "target", "classpath");
        if (!Files.exists(runtime) || !Files.exists(classPath)) {
            throw new AssertionError("infra/local is not built; run ./mvnw verify");
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
                        runtime + File.pathSeparator + Project.read(classPath).strip(),
                        "io.parler.local.cli.Parler"));
        return command;
    }
}
