package io.parler.conversion.normalization;

import java.util.List;

/// Addresses in a network. Web and e-mail addresses stay as they are: voices read them.
final class Addresses {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d{1,2})";

    static final List<Rule> AS_WRITTEN =
            List.of(
                    Rule.of(
                            "(?<![\\w@./-])(?<name>[a-z][a-z0-9-]{1,40})@\\^?(?<version>\\d{1,5}(?:\\.\\d{1,5}){0,3})(?![\\w.]\\w|\\w)",
                            found ->
                                    found.group("name")
                                            + " at "
                                            + found.group("version").replace(".", " point ")),
                    Rule.asWritten("(?<![\\w@])(?:https?://|www\\.)[^\\s<>\"']{1,2000}"),
                    Rule.asWritten(
                            "(?<![\\w.+@-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}"),
                    Rule.asWritten(
                            "(?<![\\w@./-])(?:[a-z0-9-]{1,63}\\.){1,4}(?:com|org|net|io|dev|edu|gov|app|blog"
                                    + "|co\\.uk|ai|example|eu|uk|de|fr|us|info)(?![\\w])(?!\\(|\\.\\w|:\\d)"));

    /// "192.168.0.1:80", "10.0.0.0/8", "localhost:8080".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\w.])(?<ip>"
                                    + OCTET
                                    + "(?:\\."
                                    + OCTET
                                    + "){3})(?!\\.?\\d)"
                                    + "(?::(?<port>\\d{1,5})\\b|/(?<bits>\\d{1,2})\\b)?",
                            Addresses::ip),
                    Rule.of(
                            "\\[(?<ip>(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4})\\]:(?<port>\\d{2,5})\\b",
                            Addresses::ipv6),
                    Rule.of(
                            "(?<![\\w:.])(?=[0-9a-fA-F:]{0,39}::|(?:[0-9a-fA-F]{1,4}:){7})"
                                    + "(?<ip>(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4})(?:/(?<bits>\\d{1,3}))?(?![\\w:])",
                            Addresses::ipv6),
                    Rule.of(
                            "\\b(?<host>localhost|[a-z][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,63}){1,4}):(?<port>\\d{2,5})\\b",
                            found -> found.group("host") + " port " + found.group("port")),
                    Rule.of(
                            "(?<![\\w:.]):(?<port>\\d{2,5})\\b(?!:)",
                            found -> "port " + found.group("port")));

    private Addresses() {}

    private static String ip(Found found) {
        String words = found.group("ip").replace(".", " dot ");
        if (found.has("port")) {
            return words + " port " + found.group("port");
        }
        return found.has("bits") ? words + " slash " + found.group("bits") : words;
    }

    private static String ipv6(Found found) {
        String words =
                found.group("ip")
                        .replaceAll("(?<=[0-9a-fA-F])(?=[0-9a-fA-F])", " ")
                        .replace(":", " colon ")
                        .replaceAll(" +", " ")
                        .strip();
        if (found.match().namedGroups().containsKey("port")) {
            return words + " port " + found.group("port");
        }
        return found.has("bits") ? words + " slash " + found.group("bits") : words;
    }
}
