package io.parler.conversion.normalization;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names from programs: their words are spoken one by one. Also handles and hashtags.
final class Identifiers {
    private static final Set<String> BRANDS =
            Set.of(
                    "macOS",
                    "tvOS",
                    "watchOS",
                    "iPadOS",
                    "openSUSE",
                    "visionOS",
                    "deadmau5",
                    "javaScript",
                    "youTube",
                    "gitHub",
                    "arXiv",
                    "bioRxiv",
                    "kWh",
                    "mRNA",
                    "tRNA");
    private static final String EXTENSION =
            "(?:java|js|ts|tsx|jsx|py|rb|go|rs|c|h|cpp|cs|php|html?|css|scss|json|ya?ml|xml|toml|ini|cfg|conf|md|txt|csv|tsv|sql|sh|bat|ps1|exe|dll|so|jar|war|zip|tar|gz|tgz|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|webp|mp3|mp4|wav|log|lock|env|gradle|properties|ipynb|kt|swift|vue|bin|iso|dmg|deb|rpm|apk|pem|key|proto|tf|ics|epub)";

    /// "getUserName", "user_id", "MAX_VALUE", "foo()", "config.yaml", "/etc/hosts", "--help".
    /// Also "@jack" and "#MeToo".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\w@/.])@(?<name>\\w{1,40})@(?<host>[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,4})(?!\\w)",
                            found ->
                                    "at "
                                            + words(found.group("name"))
                                            + " at "
                                            + found.group("host").replace(".", " dot ")),
                    Rule.of(
                            "(?<![\\w@/.])@(?<name>[A-Za-z]\\w{0,38}(?:[.-]\\w{1,30}){0,3})(?!\\w)(?![(])",
                            found -> "at " + words(found.group("name"))),
                    Rule.of(
                            "(?<![\\w&/#])#(?<name>define|include|ifdef|ifndef|endif|pragma|undef)\\b",
                            found -> "hash " + found.group("name")),
                    Rule.of(
                            "(?<![\\w&/#])#(?<name>(?=\\w{0,40}\\p{L})[\\p{L}\\p{N}_]{2,60})(?!\\w)",
                            found -> "hashtag " + words(found.group("name"))),
                    Rule.of(
                            "(?<![\\w/])(?<kind>[ru])/(?<name>[A-Za-z]\\w{2,30})(?![\\w/])",
                            found -> found.group("kind") + " slash " + words(found.group("name"))),
                    Rule.of(
                            "(?<![\\w])(?<drive>[A-Z]):\\\\(?<path>[\\w. -]{0,60}?(?:\\\\[\\w.-]{1,60}){0,10})(?![\\w\\\\])",
                            Identifiers::windowsPath),
                    Rule.of(
                            "(?<![\\w*])\\*\\.(?<extension>" + EXTENSION + ")(?!\\w)",
                            found -> "star dot " + extension(found.group("extension"))),
                    Rule.of("(?=\\*)(?<=(?:SELECT|select|COUNT\\(|count\\() ?)\\*", _ -> "star"),
                    Rule.of(
                            "(?<![\\w/.:~+-])(?<path>(?:~|\\.{1,2})?(?:/[\\w.+-]{1,60}){1,12}/?)(?<!\\.)(?![\\w])",
                            Identifiers::path),
                    Rule.of(
                            "(?<![\\w/.\\\\-])(?<path>(?:[\\w+-]{1,60}/){1,10}[\\w+-]{1,60}\\."
                                    + EXTENSION
                                    + ")(?![\\w(])",
                            Identifiers::path),
                    Rule.of(
                            "(?<![\\w/.-])(?<name>(?:[\\w-]{1,60}\\.){0,3}[\\w-]{1,60})\\.(?<extension>"
                                    + EXTENSION
                                    + ")(?![\\w(])(?!\\.\\w)",
                            Identifiers::file),
                    Rule.of(
                            "(?<![\\w-])--(?<name>[a-z][a-z0-9]{1,30}(?:-[a-z0-9]{1,30}){0,5})(?:=(?<value>[\\w.]{1,40}))?",
                            found ->
                                    "dash dash "
                                            + found.group("name").replace('-', ' ')
                                            + (found.has("value")
                                                    ? " equals " + found.group("value")
                                                    : "")),
                    Rule.of(
                            "(?<=\\s|^)-(?<name>[a-zA-Z])(?=[\\s,.;)]|$)",
                            found -> "dash " + found.group("name")),
                    Rule.of(
                            "(?<![\\w.@])(?<name>[a-zA-Z_$]\\w{0,60}(?:(?:\\.|::)[a-zA-Z_$]\\w{0,60}){0,8})\\((?:\\))(?!\\w)",
                            found -> words(found.group("name"))),
                    Rule.of(
                            "(?<![\\w.@])(?<name>[a-zA-Z_$]\\w{0,60}(?:(?:\\.|::)[a-zA-Z_$]\\w{0,60}){1,8})(?![\\w(@])(?!\\.\\w)",
                            Identifiers::dotted),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])(?=[\\p{N}_]{0,40}\\p{L})_{0,2}[\\p{L}\\p{N}]{1,40}(?:_{1,2}[\\p{L}\\p{N}]{1,40}){1,10}_{0,2}(?![\\p{L}\\p{N}])",
                            found -> words(found.written())),
                    Rule.of(
                            "(?<![\\w])[a-z]{2,30}[0-9]{0,3}(?:[A-Z]{1,6}[a-z0-9]{0,30}){1,8}(?![\\w])",
                            found ->
                                    BRANDS.contains(found.written())
                                            ? null
                                            : words(found.written())),
                    Rule.of(
                            "(?<![\\w])[A-Z][a-z]{1,30}(?:[A-Z]{1,5}[a-z0-9]{1,30}){2,8}(?![\\w])",
                            found -> words(found.written())),
                    Rule.of(
                            "(?<![\\w$])_{1,2}[a-z]\\w{1,30}(?!\\w)",
                            found -> words(found.written())),
                    Rule.of(
                            "(?<![\\w])(?:[A-Z]{2,6}|[A-Z]{0,6}[A-Z][a-z]{1,30})(?:[A-Z][a-z]{1,30}){0,3}(?:Exception|Error|Factory|Handler|Service|Controller|Builder|Manager|Listener|Repository|Provider|Client|Server|Request|Response|Iterator|Stream|Reader|Writer|Parser|Config|Context|List|Map|Array|Test|Id|Impl|Type|Event|Queue|Set|Component|View|Model|Task|Thread|Buffer|Object|Class|Interface)(?![\\w])",
                            found -> words(found.written())));

    private Identifiers() {}

    /// The words of a name.
    static String words(String name) {
        String separate =
                name.replace("$", " ")
                        .replaceAll("[_-]+", " ")
                        .replaceAll("(?:\\.|::)", " dot ")
                        .replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", " ")
                        .replaceAll("(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})(?!\\p{Lu}s(?!\\p{L}))", " ")
                        .replaceAll("(?<=\\p{L}{2})(?=\\p{N})|(?<=\\p{N})(?=\\p{L}{2})", " ")
                        .strip();
        StringBuilder words = new StringBuilder();
        boolean allCapitals = name.contains("_") && name.equals(name.toUpperCase(Locale.ROOT));
        for (String word : separate.split(" +", -1)) {
            boolean acronym =
                    word.length() > 1
                            && (word.equals(word.toUpperCase(Locale.ROOT))
                                    || word.matches("\\p{Lu}{2,}s"))
                            && !allCapitals;
            words.append(words.isEmpty() ? "" : " ")
                    .append(acronym ? word : word.toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }

    private static @Nullable String dotted(Found found) {
        String name = found.group("name");
        boolean program =
                name.matches(
                        ".*[a-z][A-Z].*|.*_.*|.*::.*|[a-z]\\w*(?:\\.\\w+){2,}|(?:System|Math|String|Object|Array|JSON|console|document|window|process|self|this)\\..*");
        return program && !name.matches("(?:\\p{L}\\.)+\\p{L}") ? words(name) : null;
    }

    private static String file(Found found) {
        String extension = found.group("extension");
        String name = words(found.group("name"));
        return name + " dot " + extension(extension);
    }

    private static String extension(String extension) {
        return extension.matches(
                        "java|go|json|html|lock|swift|gradle|properties|log|key|env|zip|tar|war|jar|toml|yaml|yml|bat|bin|gif|vue|proto|doc|docx")
                ? extension.replace("yml", "yaml").replace("docx", "doc x")
                : EnglishNumbers.spelled(extension);
    }

    private static String windowsPath(Found found) {
        StringBuilder words = new StringBuilder(found.group("drive")).append(" colon");
        for (String part : found.group("path").split("\\\\", -1)) {
            words.append(" backslash");
            if (!part.isEmpty()) {
                words.append(' ').append(words(part));
            }
        }
        return words.toString();
    }

    private static @Nullable String path(Found found) {
        String path = found.group("path");
        if (path.matches("/\\d+|/[a-z]")) {
            return null;
        }
        StringBuilder words = new StringBuilder();
        if (path.startsWith("~")) {
            words.append("tilde");
        } else if (path.startsWith("..")) {
            words.append("dot dot");
        } else if (path.startsWith(".")) {
            words.append("dot");
        }
        String[] parts = path.replaceFirst("^(?:~|\\.{1,2})(?=/)", "").split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0 && (i + 1 < parts.length || !parts[i].isEmpty())) {
                words.append(words.isEmpty() ? "slash" : " slash");
            }
            if (!parts[i].isEmpty()) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(words(parts[i].replaceFirst("^\\.", "dot ")));
            }
        }
        return words.toString();
    }
}
