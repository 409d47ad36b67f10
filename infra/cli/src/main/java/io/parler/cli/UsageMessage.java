package io.parler.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in plain words what is wrong with a command line, and what may have been meant.
final class UsageMessage {
    /// Typing mistakes in a name before another name is no longer suggested.
    private static final int MAX_MISTAKES = 2;

    private UsageMessage() {}

    static String of(ParameterException e) {
        CommandLine command = e.getCommandLine();
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
            case MissingParameterException missing -> missing(missing);
            default ->
                    e.getArgSpec() instanceof OptionSpec option && e.getValue() != null
                            ? value(option, e.getValue())
                            : String.valueOf(e.getMessage());
        };
    }

    /// What a command finds wrong itself, such as options that don't go together.
    static ParameterException error(CommandSpec command, String why) {
        return new ParameterException(command.commandLine(), why);
    }

    private static String unmatched(UnmatchedArgumentException e, CommandLine command) {
        String argument = e.getUnmatched().getFirst();
        boolean option = argument.startsWith("-");
        List<String> names =
                option
                        ? command.getCommandSpec().optionsMap().keySet().stream().toList()
                        : command.getSubcommands().keySet().stream().toList();
        String name = argument.replaceFirst("=.*", "");
        String suggestion =
                names.stream()
                        .filter(it -> distance(it, name) <= MAX_MISTAKES)
                        .min((a, b) -> Integer.compare(distance(a, name), distance(b, name)))
                        .map(it -> " Did you mean " + it + "?")
                        .orElse("");
        if (option) {
            return "There is no option " + name + "." + suggestion;
        }
        return names.isEmpty()
                ? "One argument too many: " + argument + "."
                : "There is no command " + argument + "." + suggestion;
    }

    private static String missing(MissingParameterException e) {
        ArgSpec spec = e.getMissing().getFirst();
        return spec instanceof OptionSpec option
                ? option.longestName() + " needs a value: " + option.paramLabel() + "."
                : spec.paramLabel() + " is missing.";
    }

    private static String value(OptionSpec option, String value) {
        String name = option.longestName();
        Class<?> type = option.type();
        if (type == int.class || type == Integer.class) {
            return name + " must be a whole number, not " + value + ".";
        }
        if (type.isEnum()) {
            return name + " must be " + choice(type) + ", not " + value + ".";
        }
        if (Map.class.isAssignableFrom(type)) {
            String choices =
                    Arrays.stream(option.auxiliaryTypes())
                            .filter(Class::isEnum)
                            .map(UsageMessage::choice)
                            .collect(Collectors.joining("; after it: "));
            return name
                    + " must be "
                    + option.paramLabel()
                    + ", not "
                    + value
                    + ". Before the =: "
                    + choices
                    + ".";
        }
        return name + " can't be " + value + ".";
    }

    /// `a, b or c`
    private static String choice(Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    /// How many letters must be typed otherwise, added or left out (Levenshtein).
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
