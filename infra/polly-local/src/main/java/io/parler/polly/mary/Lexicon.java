package io.parler.polly.mary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Pronunciations that MaryTTS gets wrong: contractions, possessives and some technical terms.
final class Lexicon {
    private static final Pattern UNVOICED = Pattern.compile(".*[ptkfT]$");
    private static final Pattern SIBILANT = Pattern.compile(".*(s|z|S|Z)$");

    private final Map<String, String> entries = new HashMap<>();
    private final Function<String, @Nullable String> dictionary;

    /// @param dictionary phones for a plain word
    Lexicon(Function<String, @Nullable String> dictionary) {
        this.dictionary = dictionary;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Lexicon.class.getResourceAsStream("pronunciations.txt"),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", 2))
                    .forEach(entry -> entries.put(entry[0], entry[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The phones of a word; null if MaryTTS's own rules are to be used.
    @Nullable String phones(String word) {
        String listed = entries.get(word);
        if (listed != null) {
            return listed;
        }
        int apostrophe = word.lastIndexOf('\'');
        if (apostrophe < 1) {
            return null;
        }
        String base = word.substring(0, apostrophe);
        String suffix = word.substring(apostrophe + 1);
        if (suffix.equals("t") && base.length() > 2 && base.endsWith("n")) {
            return withSuffix(base.substring(0, base.length() - 1), " - @ n t");
        }
        return switch (suffix) {
            case "s" -> possessive(base);
            case "" -> lookUp(base);
            case "ll" -> withSuffix(base, " - @ l");
            case "d" -> withSuffix(base, " d");
            case "re" -> withSuffix(base, " r=");
            case "ve" -> withSuffix(base, " - @ v");
            case "m" -> withSuffix(base, " m");
            default -> lookUp(base + suffix);
        };
    }

    private @Nullable String possessive(String base) {
        String phones = lookUp(base);
        if (phones == null) {
            return null;
        }
        if (SIBILANT.matcher(phones).matches()) {
            return phones + " - I z";
        }
        return phones + (UNVOICED.matcher(phones).matches() ? " s" : " z");
    }

    private @Nullable String withSuffix(String base, String ending) {
        String phones = lookUp(base);
        return phones == null ? null : phones + ending;
    }

    private @Nullable String lookUp(String word) {
        String listed = entries.get(word);
        return listed != null ? listed : dictionary.apply(word);
    }
}
