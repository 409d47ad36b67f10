package io.parler.conversion.normalization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Versions of software: each number on its own, with "point" between them.
final class Versions {
    private static final String SUFFIX =
            "(?<suffix>[-.+]?(?:rc|RC|beta|alpha|b|a|M|SNAPSHOT|snapshot|Final|GA|LTS|dev|pre|preview|canary|next|post)[.-]?\\d{0,4}|[a-z](?=[\\s,.;:)]|$))?";
    private static final String NAMES =
            "Python|Java|JDK|JavaScript|TypeScript|Node(?:\\.js)?|Ruby|Rails|PHP|Perl|Go|Rust|Kotlin|Scala|Swift|iOS|iPadOS|macOS|OS"
                    + " X|Android|Windows|Ubuntu|Debian|Fedora|Linux|kernel|Kubernetes|Docker|Postgres|PostgreSQL|MySQL|Redis|Spring(?:"
                    + " Boot)?|Django|React|Angular|Vue|Chrome|Firefox|Safari|GCC|LLVM|Clang|TLS|SSL|HTTP|Bluetooth|USB"
                    + "|WordPress|Maven|Gradle|npm|Git|Unicode|Claude|GPT|Llama|Gemini|Version|version|release|Release|Kafka|Lua|Elixir|Terraform|Helm|Bash|glibc|\\.NET";

    /// "v2.0.10", "1.2.3-rc1", "Python 3.11".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}_.,/])(?<v>(?:v\\.? ?|V\\.? ?(?=\\d{1,5}\\.\\d)))(?<numbers>\\d{1,5}(?:\\.\\d{1,5}){0,5}(?:\\.x)?)"
                                    + SUFFIX
                                    + "(?![\\w])(?!\\.\\d)",
                            Versions::version),
                    Rule.of(
                            "(?<![\\w.,$€£])(?<v>)(?<numbers>\\d{1,5}(?:\\.\\d{1,5}){2,5}|\\d{1,4}(?:\\.\\d{1,4}){0,3}\\.x)"
                                    + SUFFIX
                                    + "(?![\\w])(?!\\.\\d)",
                            Versions::version),
                    Rule.of(
                            "(?<![\\w.,])(?<v>)(?<numbers>\\d{1,5}\\.\\d{1,5})(?<suffix>[-.](?:rc|RC|beta|alpha|M|SNAPSHOT|dev|LTS)[.-]?\\d{0,4})(?![\\w.])",
                            Versions::version),
                    Rule.of(
                            "(?=\\d)(?<=(?<![\\p{L}])(?:"
                                    + NAMES
                                    + ")[ -])(?<v>)(?<numbers>\\d{1,4}\\.\\d{1,4})(?<suffix>)(?!\\w)(?!\\.\\d)",
                            Versions::version),
                    Rule.of(
                            "(?=v)(?<=(?<!\\p{L})(?:TLS|SSL|SMB|NFS|OAuth|SNMP|IKE|ICMP))v(?<number>\\d(?:\\.\\d)?)(?![\\w.]\\d|\\w)",
                            found -> " version " + found.group("number").replace(".", " point ")),
                    Rule.of(
                            "(?=/)(?<=(?<![\\p{L}])(?:HTTP|TLS|USB|ECMAScript))/(?<number>\\d(?:\\.\\d)?)(?![\\w.]\\d|\\w)",
                            found -> " " + found.group("number").replace(".", " point ")));

    private Versions() {}

    private static @Nullable String version(Found found) {
        String written = found.group("numbers");
        // Grouped by points, as on the Continent.
        if (found.group("v").isEmpty() && written.matches("[1-9]\\d{0,2}(?:\\.000){2,}")) {
            return written.replace('.', ',');
        }
        if (found.group("v").isEmpty() && Dates.isDotted(written)) {
            return null;
        }
        String numbers = written.replace(".", " point ");
        boolean named = found.group("v").isEmpty() || found.wordBefore().equals("version");
        return (named ? "" : "version ") + numbers + suffix(found.group("suffix"));
    }

    private static String suffix(String suffix) {
        if (suffix.isEmpty()) {
            return "";
        }
        String words =
                suffix.replaceFirst("^[-.+]", "")
                        .replaceAll("[.-]", " ")
                        .replaceAll("(?<=\\p{L})(?=\\d)", " ");
        return " "
                + words.replaceFirst("^(?:rc|RC)\\b", "R C")
                        .replaceFirst("^a\\b", "alpha")
                        .replaceFirst("^b\\b", "beta")
                        .replaceFirst("^M\\b", "milestone")
                        .replaceFirst("^(?:SNAPSHOT)\\b", "snapshot")
                        .strip();
    }
}
