package io.parler.e2e.suite;

import io.parler.e2e.project.ProjectFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// A running suite that needs keys, as on AWS, with the command that manages them.
public final class KeySuite implements AutoCloseable {
    public static final Pattern KEY = Pattern.compile("plr_[A-Za-z0-9_-]{49}");

    private static final Pattern KEY_ID = Pattern.compile("key_[a-z0-9]+");
    private static final Pattern ACCOUNT = Pattern.compile("acc_[a-z0-9]+");
    private static final Path DATA = SuiteExtension.data("access");

    private final Suite suite =
            Suite.start(
                    ProjectFiles.root(),
                    DATA,
                    Map.of("SIGN_IN", "key"),
                    "--fresh",
                    "--allow",
                    "127.0.0.1",
                    "--voice-engine",
                    "tone");

    /// A key as `./parler keys create` printed it.
    public record CreatedKey(String key, String id, String account) {}

    /// Provides one to all test classes. It ends after the last test.
    public static final class Extension implements ParameterResolver {
        private static final ExtensionContext.Namespace OURS =
                ExtensionContext.Namespace.create(Extension.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == KeySuite.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(OURS)
                    .computeIfAbsent(KeySuite.class, key -> new KeySuite(), KeySuite.class);
        }
    }

    public Suite suite() {
        return suite;
    }

    public Path data() {
        return DATA;
    }

    /// The logs of its functions, and what its command printed.
    public List<Path> logs() {
        List<Path> logs = new ArrayList<>(suite.logs());
        logs.add(DATA.resolveSibling(DATA.getFileName() + ".out"));
        return logs;
    }

    /// Runs `parler keys` with these arguments; the result is what it printed.
    public String keys(String... arguments) {
        List<String> command = new ArrayList<>(List.of("keys"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", DATA.toString()));
        return LauncherCommand.output(command.toArray(String[]::new));
    }

    /// Creates a key: the first of a new account, unless there is `--account`.
    public CreatedKey create(String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of("create", name));
        arguments.addAll(List.of(options));
        String output = keys(arguments.toArray(String[]::new));
        return new CreatedKey(found(KEY, output), found(KEY_ID, output), found(ACCOUNT, output));
    }

    private static String found(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new AssertionError("nothing like " + pattern + " in: " + output);
        }
        return matcher.group();
    }

    @Override
    public void close() {
        suite.close();
    }
}
