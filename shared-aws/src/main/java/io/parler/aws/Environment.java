package io.parler.aws;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;

/// Reads a function's settings from its environment variables, and names all that are missing or
/// invalid in one exception. A required setting has no default.
public final class Environment {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern SMALL_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern BYTES =
            Pattern.compile("(?<number>[1-9][0-9]{0,9})(?<unit>|KB|MB|GB)");

    private final Map<String, String> variables;
    private final Set<String> names = new TreeSet<>();
    private final Map<String, String> problems = new TreeMap<>();

    private Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /// Reads settings: `Environment.read(System.getenv(), Settings::of)`.
    ///
    /// @throws InvalidSettingsException that names every variable that is missing or invalid
    public static <T> T read(Map<String, String> variables, Function<Environment, T> settings) {
        Environment environment = new Environment(variables);
        T read = settings.apply(environment);
        if (!environment.problems.isEmpty()) {
            List<String> problems = new ArrayList<>();
            environment.problems.forEach((name, problem) -> problems.add(name + " " + problem));
            throw new InvalidSettingsException(String.join("; ", problems));
        }
        return read;
    }

    /// The names of the variables that settings are read from, for the test that a template sets
    /// exactly those. Lambda sets those that begin with `AWS_`.
    public static Set<String> names(Function<Environment, ?> settings) {
        Environment empty = new Environment(Map.of());
        Object _ = settings.apply(empty);
        empty.names.removeIf(name -> name.startsWith("AWS_"));
        return empty.names;
    }

    public String text(String name) {
        return required(name, "a text", _ -> true, value -> value, "?");
    }

    /// Empty when it is missing or blank.
    public Optional<String> optionalText(String name) {
        names.add(name);
        return Optional.of(variables.getOrDefault(name, "").strip()).filter(v -> !v.isEmpty());
    }

    /// A whole number, 0 or more.
    public long wholeNumber(String name) {
        return required(
                name,
                "a whole number",
                value -> WHOLE_NUMBER.matcher(value).matches(),
                Long::parseLong,
                1L);
    }

    /// A whole number from 1 to 2,147,483,647.
    public int count(String name) {
        return required(
                name,
                "a whole number above 0",
                value -> WHOLE_NUMBER.matcher(value).matches() && isCount(Long.parseLong(value)),
                Integer::parseInt,
                1);
    }

    /// A whole number within two limits, which may be negative.
    public int numberBetween(String name, int min, int max) {
        return required(
                name,
                "a whole number from " + min + " to " + max,
                value ->
                        SMALL_NUMBER.matcher(value).matches()
                                && Integer.parseInt(value) >= min
                                && Integer.parseInt(value) <= max,
                Integer::parseInt,
                min);
    }

    private static boolean isCount(long number) {
        return number > 0 && number <= Integer.MAX_VALUE;
    }

    /// Whole seconds (`30`) or ISO 8601 (`PT30S`), more than 0.
    public Duration duration(String name) {
        return required(
                name,
                "a duration in seconds or ISO 8601",
                value -> parseDuration(value).isPresent(),
                value -> parseDuration(value).orElseThrow(),
                Duration.ofSeconds(1));
    }

    /// A duration that is at least `min`, for a limit that depends on another.
    public Duration duration(String name, Duration min) {
        Duration read = duration(name);
        if (read.compareTo(min) < 0) {
            problems.putIfAbsent(name, "is below " + min);
        }
        return read;
    }

    private static Optional<Duration> parseDuration(String value) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            return Optional.of(Duration.parse(value)).filter(Duration::isPositive);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// Bytes: `1048576`, `1024KB`, `1MB`, `1GB`; a KB is 1,024 bytes.
    public long bytes(String name) {
        return required(
                name,
                "a size such as 512KB or 10MB",
                value -> BYTES.matcher(value).matches(),
                Environment::parseBytes,
                1L);
    }

    private static long parseBytes(String value) {
        Matcher size = BYTES.matcher(value);
        if (!size.matches()) {
            throw new IllegalArgumentException(value);
        }
        int shift =
                switch (size.group("unit")) {
                    case "KB" -> 10;
                    case "MB" -> 20;
                    case "GB" -> 30;
                    default -> 0;
                };
        return Long.parseLong(size.group("number")) << shift;
    }

    /// An `http` or `https` address with a host, without a slash at its end.
    public URI address(String name) {
        return required(
                name,
                "an address such as https://parler.example",
                value -> parseAddress(value).isPresent(),
                value -> parseAddress(value).orElseThrow(),
                URI.create("http://none.invalid"));
    }

    private static Optional<URI> parseAddress(String value) {
        try {
            URI address = new URI(value);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return Optional.of(address)
                    .filter(_ -> web && address.getHost() != null && !value.endsWith("/"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    public Region region(String name) {
        return required(
                name,
                "a region",
                value -> value.matches("[a-z0-9-]+"),
                Region::of,
                Region.US_EAST_1);
    }

    /// Values separated by commas; empty when the variable is missing or blank.
    public List<String> list(String name) {
        return optionalText(name).stream()
                .flatMap(values -> Arrays.stream(values.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// The placeholder is never returned: `read` throws when a value is missing or invalid.
    private <T> T required(
            String name,
            String kind,
            Predicate<String> isValid,
            Function<String, T> parser,
            T standIn) {
        names.add(name);
        String value = variables.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            problems.put(name, "is missing");
            return standIn;
        }
        if (!isValid.test(value)) {
            problems.put(name, "is not " + kind);
            return standIn;
        }
        return parser.apply(value);
    }
}
