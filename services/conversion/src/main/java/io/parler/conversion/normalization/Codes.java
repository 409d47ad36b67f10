package io.parler.conversion.normalization;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Long codes, of which only the end is spoken.
final class Codes {
    private static final int SPOKEN = 4;

    /// A UUID, a hash, a color, a number to another base.
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\w-])(?:[A-Z]{2}\\d{2}(?: [\\dA-Z]{4}){3,7}(?: [\\dA-Z]{1,3})?|\\d{4}(?: \\d{4}){3})(?![\\w-])",
                            Codes::groups),
                    Rule.of(
                            "(?<![\\w])0o(?<octal>[0-7]{1,8})(?!\\w)",
                            found -> "octal " + EnglishNumbers.spelled(found.group("octal"))),
                    Rule.of(
                            "(?<![\\w-])[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![\\w-])",
                            found -> ending(found, "an ID")),
                    Rule.of(
                            "(?<![\\w])#(?=[0-9a-fA-F]*[a-fA-F])(?<hex>[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?!\\w)",
                            Codes::color),
                    Rule.of(
                            "(?<![\\w])0[xX](?<hex>[0-9a-fA-F]{1,16})(?!\\w)",
                            found -> "hex " + EnglishNumbers.spelled(found.group("hex"))),
                    Rule.of(
                            "(?<![\\w])0b(?<bits>[01]{1,16})(?!\\w)",
                            found -> "binary " + EnglishNumbers.spelled(found.group("bits"))),
                    Rule.of(
                            "(?<![\\w./-])(?:(?:sha|SHA|md|MD)-?(?:1|256|384|512|5)[:-])?(?=[0-9]{0,20}[a-fA-F])(?=[a-fA-F]{0,40}[0-9])"
                                    + "[0-9a-f]{7,128}(?![\\w-])|(?<![\\w./-])(?=[0-9]{0,20}[A-F])(?=[A-F]{0,40}[0-9])[0-9A-F]{16,128}(?![\\w-])",
                            Codes::hash),
                    Rule.of(
                            "(?<![\\w./-])(?=[a-zA-Z+/]{0,60}\\d)(?=[a-z0-9+/]{0,60}[A-Z])(?=[A-Z0-9+/]{0,60}[a-z])[A-Za-z0-9+/]{24,200}={0,2}(?![\\w-])",
                            found -> ending(found, "a code")),
                    Rule.of(
                            "(?=[\\dX])(?<=ISBN(?:-1[03])?:? )[\\d-]{9,16}[\\dX](?!\\w)|(?=\\d)(?<=ISSN:? )\\d{4}-\\d{3}[\\dX](?!\\w)|(?<![\\w])(?:97[89]-?)(?:\\d{1,7}-){3}[\\dX](?!\\w)",
                            found -> EnglishNumbers.spelled(found.written().replace("-", ""))));

    private Codes() {}

    private static @Nullable String hash(Found found) {
        String written = found.written();
        if (written.length() < 12 && written.matches("\\d+e\\d+")) {
            return null;
        }
        return ending(found, "a hash");
    }

    private static String ending(Found found, String kind) {
        String written = found.written().replaceFirst("=+$", "");
        String end = EnglishNumbers.spelled(written.substring(written.length() - SPOKEN));
        return switch (found.wordBefore()) {
            case "hash",
                    "commit",
                    "checksum",
                    "digest",
                    "revision",
                    "id",
                    "uuid",
                    "guid",
                    "key",
                    "token",
                    "code",
                    "fingerprint" ->
                    "ending in " + end;
            case "a", "an", "the", "this" ->
                    kind.substring(kind.indexOf(' ') + 1) + " ending in " + end;
            default -> kind + " ending in " + end;
        };
    }

    /// An IBAN or the number of a card.
    private static String groups(Found found) {
        return Stream.of(found.written().split(" ", -1))
                .map(EnglishNumbers::spelled)
                .collect(joining(", "));
    }

    /// "#add" is a hashtag, "#fff" a color.
    private static @Nullable String color(Found found) {
        if (!found.group("hex").matches(".*\\d.*|(?i)(.)\\1+|[A-F]{6}")) {
            return null;
        }
        return "hex " + EnglishNumbers.spelled(found.group("hex"));
    }
}
