package io.parler.deploy.stack;

import io.parler.deploy.suite.DeployException;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.SuiteEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Chooses the value of every parameter of a stack.
///
/// In this order: the stage, the command line, the suite file, the name of a stored value in this
/// stage, the stack's own value, the template's default.
public final class ParameterResolver {
    static final String STAGE = "Stage";

    private static final Pattern STORED = Pattern.compile("\\$\\{ssm:([^}]+)}");
    private static final Pattern UNKNOWN = Pattern.compile("\\$\\{[^}]*}");

    private final Stage stage;
    private final ParameterStore store;
    private final Overrides overrides;

    public ParameterResolver(Stage stage, ParameterStore store, Overrides overrides) {
        this.stage = stage;
        this.store = store;
        this.overrides = overrides;
    }

    /// The values, and the names in the parameter store that no stack has written yet.
    ///
    /// @param missing without these the stack can't be deployed
    /// @param absent without these a parameter has its default, or the value that the stack has:
    ///     their service is not deployed, or runs in another account
    public record Resolution(
            List<ParameterValue> values, Set<String> missing, Set<String> absent) {}

    public Resolution resolve(
            SuiteEntry entry, TemplateSummary summary, Optional<StackStatus> existing) {
        for (String name : entry.parameters().keySet()) {
            if (!summary.names().contains(name)) {
                throw new DeployException(
                        "The suite file gives "
                                + entry.name()
                                + " the parameter "
                                + name
                                + ", which its template does not have.");
            }
        }
        Resolution resolution =
                new Resolution(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (TemplateSummary.Parameter parameter : summary.parameters()) {
            value(entry, parameter, existing, resolution).ifPresent(resolution.values()::add);
        }
        return resolution;
    }

    private Optional<ParameterValue> value(
            SuiteEntry entry,
            TemplateSummary.Parameter parameter,
            Optional<StackStatus> existing,
            Resolution resolution) {
        String name = parameter.name();
        Optional<String> given = given(entry, parameter, resolution.absent());
        if (given.isPresent()) {
            if (parameter.isStored()) {
                requireStored(given.get(), resolution.missing());
            }
            return Optional.of(new ParameterValue.Given(name, given.get()));
        }
        if (existing.filter(stack -> stack.parameters().contains(name)).isPresent()) {
            return Optional.of(new ParameterValue.Previous(name));
        }
        // The name of a parameter that may be missing, such as a key's: of this stage too.
        Optional<String> ofThisStage = parameter.defaultValue().map(stage::inThisStage);
        if (!ofThisStage.equals(parameter.defaultValue())) {
            return ofThisStage.map(value -> new ParameterValue.Given(name, value));
        }
        if (parameter.defaultValue().isEmpty()) {
            throw new DeployException(
                    entry.name()
                            + " needs a value for "
                            + name
                            + ": --set "
                            + entry.name()
                            + "."
                            + name
                            + "=VALUE.");
        }
        return Optional.empty();
    }

    private Optional<String> given(
            SuiteEntry entry, TemplateSummary.Parameter parameter, Set<String> absent) {
        if (parameter.name().equals(STAGE)) {
            return Optional.of(stage.name());
        }
        return overrides
                .get(entry.name(), parameter.name())
                .or(() -> inSuite(entry, parameter.name(), absent))
                .or(
                        () ->
                                parameter.isStored()
                                        ? parameter.defaultValue().map(stage::inThisStage)
                                        : Optional.empty());
    }

    private Optional<String> inSuite(SuiteEntry entry, String name, Set<String> absent) {
        String joined =
                entry.parameters().getOrDefault(name, List.of()).stream()
                        .map(value -> substituted(value, absent))
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.joining(","));
        if (UNKNOWN.matcher(joined).find()) {
            throw new DeployException(
                    "The suite file gives "
                            + entry.name()
                            + " the value "
                            + joined
                            + " for "
                            + name
                            + ", which has no meaning on AWS.");
        }
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    private String substituted(String value, Set<String> absent) {
        return STORED.matcher(value)
                .replaceAll(
                        (MatchResult match) -> {
                            String path = stage.parameterName(match.group(1));
                            Optional<String> stored = store.get(path);
                            if (stored.isEmpty()) {
                                absent.add(path);
                            }
                            return Matcher.quoteReplacement(stored.orElse(""));
                        });
    }

    private void requireStored(String path, Set<String> missing) {
        if (path.startsWith("/parler/") && store.get(path).isEmpty()) {
            missing.add(path);
        }
    }
}
