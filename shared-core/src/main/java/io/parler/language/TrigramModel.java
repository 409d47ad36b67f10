package io.parler.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/// How probable a text is in each language, by its sequences of three letters (a naive Bayes
/// classifier). One sentence is usually enough.
final class TrigramModel {
    private static final int LENGTH = 3;
    private static final String RESOURCE = "trigrams.tsv";

    /// The cost of a trigram that is not among the common ones of a language, in half bits.
    private static final byte RARE = 28;

    private static final class Loaded {
        static final TrigramModel MODEL = read();
    }

    private final List<String> languages;
    private final Map<String, byte[]> costs;

    private TrigramModel(List<String> languages, Map<String, byte[]> costs) {
        this.languages = List.copyOf(languages);
        this.costs = costs;
    }

    /// Read on first use: a function that never detects a language doesn't pay for it.
    static TrigramModel get() {
        return Loaded.MODEL;
    }

    /// The result for one language.
    ///
    /// @param bits how improbable the text is in it
    record Score(String language, double bits) {}

    /// The scores of a text, the most probable language first.
    ///
    /// @param trigrams the number of trigrams that were compared
    record Scores(List<Score> all, int trigrams) {
        Score best() {
            return all.getFirst();
        }

        /// The scores with what else makes a language less probable, in bits.
        Scores with(ToDoubleFunction<String> cost) {
            List<Score> changed =
                    all.stream()
                            .map(
                                    score ->
                                            new Score(
                                                    score.language(),
                                                    score.bits()
                                                            + cost.applyAsDouble(score.language())))
                            .sorted(Comparator.comparingDouble(Score::bits))
                            .toList();
            return new Scores(changed, trigrams);
        }

        /// The bits by which the best language is ahead of the next one.
        double lead() {
            return all.get(1).bits() - best().bits();
        }

        /// The bits by which the best language is ahead of `language`.
        double leadOver(String language) {
            return all.stream()
                    .filter(score -> score.language().equals(language))
                    .findFirst()
                    .map(score -> score.bits() - best().bits())
                    .orElse(Double.POSITIVE_INFINITY);
        }

        double bitsPerTrigram() {
            return trigrams == 0 ? Double.POSITIVE_INFINITY : best().bits() / trigrams;
        }
    }

    boolean knows(String language) {
        return languages.contains(language);
    }

    Scores score(String text) {
        String letters = lettersAndSpaces(text);
        long[] halfBits = new long[languages.size()];
        int trigrams = Math.max(0, letters.length() - LENGTH + 1);
        for (int i = 0; i < trigrams; i++) {
            byte[] cost = costs.get(letters.substring(i, i + LENGTH));
            for (int language = 0; language < halfBits.length; language++) {
                halfBits[language] += cost == null ? RARE : cost[language];
            }
        }
        List<Score> scores = new ArrayList<>();
        for (int language = 0; language < halfBits.length; language++) {
            scores.add(new Score(languages.get(language), halfBits[language] / 2.0));
        }
        scores.sort(Comparator.comparingDouble(Score::bits));
        return new Scores(scores, trigrams);
    }

    /// The words in lower case, with one `_` around each.
    private static String lettersAndSpaces(String text) {
        StringBuilder letters = new StringBuilder("_");
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(
                        c -> {
                            if (Character.isLetter(c)) {
                                letters.appendCodePoint(c);
                            } else if (letters.charAt(letters.length() - 1) != '_') {
                                letters.append('_');
                            }
                        });
        if (letters.charAt(letters.length() - 1) != '_') {
            letters.append('_');
        }
        return letters.toString();
    }

    private static TrigramModel read() {
        try (InputStream resource = TrigramModel.class.getResourceAsStream(RESOURCE)) {
            String text =
                    new String(
                            Objects.requireNonNull(resource, RESOURCE).readAllBytes(),
                            StandardCharsets.UTF_8);
            return parse(text.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrigramModel parse(List<String> lines) {
        List<String> languages =
                lines.stream()
                        .map(line -> line.substring(0, line.indexOf('\t')))
                        .distinct()
                        .toList();
        Map<String, byte[]> costs = new HashMap<>();
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            int language = languages.indexOf(columns[0]);
            byte cost = (byte) Math.min(RARE, Integer.parseInt(columns[1]));
            for (int i = 0; i < columns[2].length(); i += LENGTH) {
                costs.computeIfAbsent(
                                        columns[2].substring(i, i + LENGTH),
                                        _ -> rare(languages.size()))[language] =
                        cost;
            }
        }
        return new TrigramModel(languages, costs);
    }

    private static byte[] rare(int languages) {
        byte[] costs = new byte[languages];
        Arrays.fill(costs, RARE);
        return costs;
    }
}
