package io.parler.deploy.stack;

import io.parler.deploy.suite.DeployException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Parameter values from the command line: `SERVICE.Parameter=VALUE`.
public final class Overrides {
    private final Map<String, Map<String, String>> values = new LinkedHashMap<>();

    public static Overrides parse(List<String> arguments) {
        Overrides overrides = new Overrides();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            int dot = argument.indexOf('.');
            if (dot < 1 || equals < dot + 2) {
                throw new DeployException("--set " + argument + ": write SERVICE.Parameter=VALUE.");
            }
            overrides.set(
                    argument.substring(0, dot),
                    argument.substring(dot + 1, equals),
                    argument.substring(equals + 1));
        }
        return overrides;
    }

    public void set(String service, String parameter, String value) {
        values.computeIfAbsent(service, _ -> new LinkedHashMap<>()).put(parameter, value);
    }

    Optional<String> get(String service, String parameter) {
        return Optional.ofNullable(values.getOrDefault(service, Map.of()).get(parameter));
    }

    /// Fails when one of them is of no stack or no parameter.
    public void check(Map<String, TemplateSummary> summaries) {
        values.forEach(
                (service, parameters) -> {
                    TemplateSummary summary = summaries.get(service);
                    if (summary == null) {
                        throw new DeployException(
                                "--set "
                                        + service
                                        + ": there is no such stack here; there are "
                                        + String.join(", ", summaries.keySet())
                                        + ".");
                    }
                    parameters.keySet().forEach(name -> check(service, name, summary.names()));
                });
    }

    private static void check(String service, String name, List<String> names) {
        if (name.equals(ParameterResolver.STAGE)) {
            throw new DeployException("The stage is chosen with --stage.");
        }
        if (!names.contains(name)) {
            List<String> settable =
                    names.stream().filter(n -> !n.equals(ParameterResolver.STAGE)).toList();
            throw new DeployException(
                    service
                            + " has no parameter "
                            + name
                            + "; it has "
                            + String.join(", ", settable)
                            + ".");
        }
    }
}
