package io.parler.conversion.normalization;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words of one language, read from a file of sections with lines `written = spoken`.
final class Phrases {
    /// A pattern that never matches, for a rule that a language does not have.
    static final String NOTHING = "(?!)";

    private static final Map<String, Phrases> CACHE = new ConcurrentHashMap<>();
    private static final Set<String> LANGUAGES = Set.of("de", "fr", "es", "it", "pt", "nl");

    private final String language;
    private final Map<String, Map<String, String>> sections;

    private Phrases(String language, Map<String, Map<String, String>> sections) {
        this.language = language;
        this.sections = sections;
    }

    static boolean has(String language) {
        return LANGUAGES.contains(language);
    }

    static Phrases of(String language) {
        return CACHE.computeIfAbsent(language, Phrases::read);
    }

    String language() {
        return language;
    }

    /// A rule of these languages only; in others it never matches.
    Rule ruleIn(Set<String> languages, String pattern, Function<Found, @Nullable String> spoken) {
        return Rule.of(languages.contains(language) ? pattern : NOTHING, spoken);
    }

    /// The lines of a section that belong together, empty if the language has no such section.
    Map<String, String> section(String name) {
        return sections.getOrDefault(name, Map.of());
    }

    /// A word of the section of common words.
    String word(String name) {
        return section("words").getOrDefault(name, "");
    }

    /// The only line of a section, an alternation of words for a pattern. Matches nothing if there
    /// is none.
    String alternatives(String section) {
        return section(section).keySet().stream().findFirst().orElse(NOTHING);
    }

    /// The lines of some sections. Of a name in two of them, the first is taken.
    Map<String, String> sections(String... names) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : names) {
            section(name).forEach(all::putIfAbsent);
        }
        return all;
    }

    /// A pattern for any of the names, the longest first.
    static String anyOf(Set<String> names) {
        return names.isEmpty()
                ? NOTHING
                : names.stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(Pattern::quote)
                        .collect(joining("|"));
    }

    /// The same rules, with what they say in English in the words of this language.
    List<Rule> translated(List<Rule> rules) {
        Map<String, String> glossary = section("glossary");
        Pattern english =
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:"
                                + anyOf(glossary.keySet())
                                + ")(?![\\p{L}\\p{N}])");
        return rules.stream()
                .map(
                        rule ->
                                new Rule(
                                        rule.pattern(),
                                        found ->
                                                translated(
                                                        rule.spoken().apply(found),
                                                        english,
                                                        glossary)))
                .toList();
    }

    private static @Nullable String translated(
            @Nullable String spoken, Pattern english, Map<String, String> glossary) {
        return spoken == null
                ? null
                : english.matcher(spoken).replaceAll(word -> glossary.get(word.group()));
    }

    private static Phrases read(String language) {
        Map<String, Map<String, String>> sections = new HashMap<>();
        Map<String, String> section = new LinkedHashMap<>();
        for (String line : text(language).split("\n", -1)) {
            if (line.startsWith("[")) {
                section =
                        sections.computeIfAbsent(
                                line.substring(1, line.indexOf(']')), _ -> new LinkedHashMap<>());
            } else if (!line.isBlank()) {
                add(section, line);
            }
        }
        return new Phrases(language, sections);
    }

    private static void add(Map<String, String> section, String line) {
        int equals = line.lastIndexOf(" = ");
        int end = line.endsWith(" =") ? line.length() - 2 : equals;
        String names = end < 0 ? line : line.substring(0, end);
        String spoken = equals < 0 ? "" : line.substring(equals + 3).strip();
        if (end < 0 || names.length() == 1) {
            section.put(names, spoken);
            return;
        }
        for (String name : names.split(",", -1)) {
            section.put(name, spoken);
        }
    }

    private static String text(String language) {
        try (InputStream in = Phrases.class.getResourceAsStream("phrases/" + language + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no phrases for " + language);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
