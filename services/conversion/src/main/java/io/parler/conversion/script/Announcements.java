package io.parler.conversion.script;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/// The short phrases that a script adds, such as "Code example, 12 lines of Java.", in the
/// language of the article.
final class Announcements {
    /// What pages write where code is in no programming language.
    private static final Set<String> NO_LANGUAGE =
            Set.of("", "text", "txt", "plain", "plaintext", "none", "nohighlight", "output");

    private final Locale locale;
    private final Optional<ResourceBundle> phrases;

    Announcements(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.phrases = phrases(locale);
    }

    /// Empty if there are no phrases in that language. The same is true of all methods below.
    Optional<String> code(int lines, Optional<String> language) {
        return language.filter(id -> !NO_LANGUAGE.contains(id.toLowerCase(Locale.ROOT)))
                .map(id -> phrase("codeIn", lines, programmingLanguage(id)))
                .orElseGet(() -> phrase("code", lines));
    }

    Optional<String> table(int rows, int columns, String caption) {
        return caption.isEmpty()
                ? phrase("table", rows, columns)
                : phrase("tableOf", rows, columns, caption);
    }

    Optional<String> picture(String description) {
        return phrase("picture", description);
    }

    Optional<String> embed() {
        return phrase("embed");
    }

    Optional<String> formula() {
        return phrase("formula");
    }

    /// The word for a formula within a sentence.
    Optional<String> inlineFormula() {
        return phrase("inlineFormula");
    }

    Optional<String> quote() {
        return phrase("quote");
    }

    Optional<String> endOfQuote() {
        return phrase("endOfQuote");
    }

    /// The words before the text of a footnote.
    Optional<String> footnote() {
        return phrase("footnote");
    }

    /// The author's name alone if there is no "by" in that language.
    String byline(String author) {
        return phrase("byline", author).orElse(author);
    }

    boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }

    private Optional<String> phrase(String key, Object... arguments) {
        return phrases.map(
                bundle -> new MessageFormat(bundle.getString(key), locale).format(arguments));
    }

    private static Optional<ResourceBundle> phrases(Locale locale) {
        try {
            return Optional.of(
                    ResourceBundle.getBundle(
                            "io.parler.conversion.script.announcements",
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES)));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    /// The spoken name: pages write `js`, `cpp`, `sh`.
    private static String programmingLanguage(String id) {
        return switch (id.toLowerCase(Locale.ROOT)) {
            case "js", "javascript", "jsx" -> "JavaScript";
            case "ts", "typescript", "tsx" -> "TypeScript";
            case "cpp", "c++", "cxx" -> "C plus plus";
            case "cs", "csharp", "c#" -> "C sharp";
            case "fsharp", "f#" -> "F sharp";
            case "py", "python", "python3" -> "Python";
            case "rb", "ruby" -> "Ruby";
            case "rs", "rust" -> "Rust";
            case "kt", "kotlin" -> "Kotlin";
            case "golang", "go" -> "Go";
            case "sh", "bash", "shell", "zsh", "console" -> "shell";
            case "yml", "yaml" -> "YAML";
            case "sql", "json", "xml", "html", "css", "toml", "csv", "hcl" ->
                    id.toUpperCase(Locale.ROOT);
            default -> id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
        };
    }
}
