package io.parler.conversion.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.script.Passage;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.RandomWords;
import io.parler.conversion.speech.Sentences;
import io.parler.conversion.speech.Span;
import io.parler.conversion.speech.Ssml;
import io.parler.conversion.speech.SsmlSupport;
import io.parler.conversion.speech.Words;
import io.parler.conversion.testing.TestVoices;
import io.parler.conversion.voice.InputLimit;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Splitting loses no text, keeps within the limit, and never splits a sentence that fits.
class ChunkerTest {
    private static final List<String> WORDS =
            List.of("queue", "cron", "a", "Größe", "naïve", "3.14", "e-mail", "don't", "🎧", "x");
    private static final List<String> BETWEEN = List.of(" ", " ", " ", " ", ", ", "; ", " – ");
    private static final List<String> ENDS = List.of(". ", "? ", "! ", "… ", ".” ");

    private static final SsmlSupport DIALECT = TestVoices.JOANNA.ssmlSupport();

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(i -> 7_919L * i);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyTextIsSplitWithoutLossWithinTheLimit(long seed) {
        Random random = new Random(seed);
        int limit = 20 + random.nextInt(300);
        String text = text(random);

        List<String> pieces = pieces("en", limit, text);

        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.length()).isBetween(1, limit));
        assertThat(pieces).allSatisfy(ChunkerTest::holdsWholeCharacters);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spansWithTheirOwnPronunciationAreNotSplit(long seed) {
        Random random = new Random(seed);
        int limit = 150 + random.nextInt(100);
        Words words = RandomWords.of(random);

        List<Words> pieces = new Chunker("en", DIALECT, limit(limit)).pieces(words);

        assertThat(pieces.stream().map(Words::text).collect(Collectors.joining()).strip())
                .isEqualTo(words.text().strip());
        assertThat(pieces)
                .allMatch(piece -> piece.text().length() <= limit)
                .allMatch(piece -> Ssml.of(piece, DIALECT).input().length() <= 2 * limit);
        assertThat(pieces.stream().flatMap(ChunkerTest::marked).toList())
                .isEqualTo(marked(words).toList());
    }

    private static Stream<Span> marked(Words words) {
        return words.spans().stream()
                .flatMap(s -> s instanceof Span.Foreign f ? f.spans().stream() : Stream.of(s))
                .filter(span -> !(span instanceof Span.Plain));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSentenceThatFitsIsSplit(long seed) {
        Random random = new Random(seed);
        int limit = 80 + random.nextInt(300);
        String text = text(random);

        List<String> pieces = pieces("en", limit, text);

        for (String sentence : new Sentences("en").of(text)) {
            if (sentence.length() <= limit) {
                assertThat(pieces).anySatisfy(piece -> assertThat(piece).contains(sentence));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 队列会记住定时任务忘记的事情。它等待，而不是丢失。",
        "ja, キューは忘れられたことを覚えています。待つのであって、失われません。",
        "th, คิวจำสิ่งที่ถูกลืมไว้ได้ มันรอแทนที่จะหายไป",
        "de, Am 3. Mai kam die Warteschlange. Sie vergaß nichts.",
    })
    void everyLanguageIsSplitWithoutLoss(String language, String sentences) {
        String text = sentences.repeat(40);

        List<String> pieces = pieces(language, 100, text);

        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).hasSizeGreaterThan(2).allMatch(piece -> piece.length() <= 100);
    }

    @Test
    void chineseIsSplitAfterItsFullStops() {
        List<String> pieces = pieces("zh", 60, "队列会记住定时任务忘记的事情。".repeat(20));

        assertThat(pieces).allMatch(piece -> piece.endsWith("。"));
    }

    @Test
    void aLongSentenceIsSplitAtAClauseThenAtAWord() {
        String clauses = "one two three four five six, seven eight nine ten eleven twelve";

        assertThat(pieces("en", 40, clauses))
                .containsExactly(
                        "one two three four five six,", " seven eight nine ten eleven twelve");
        assertThat(pieces("en", 12, "one two three four"))
                .containsExactly("one two ", "three four");
    }

    @ParameterizedTest
    @ValueSource(strings = {"𝒜", "👩‍🚀", "é"})
    void noGraphemeClusterIsSplit(String character) {
        List<String> pieces = pieces("en", 10, character.repeat(30));

        assertThat(pieces).allMatch(piece -> piece.length() % character.length() == 0);
    }

    @Test
    void aPassageThatFitsIsOneChunk() {
        Script script = script("First sentence. Second sentence.", "x".repeat(3_000), "Third.");

        assertThat(Chunker.of(script, TestVoices.JOANNA))
                .extracting(Chunk::passage)
                .containsExactly(0, 1, 2);
    }

    private static List<String> pieces(String language, int limit, String text) {
        return new Chunker(language, DIALECT, limit(limit))
                .pieces(Words.plain(text)).stream().map(Words::text).toList();
    }

    private static InputLimit limit(int characters) {
        return new InputLimit(characters, 2 * characters, Integer.MAX_VALUE);
    }

    private static Script script(String... texts) {
        return new Script(
                "en",
                Stream.of(texts)
                        .map(text -> new Passage("b", Passage.Role.TEXT, Words.plain(text), 0, 0))
                        .toList(),
                List.of());
    }

    private static void holdsWholeCharacters(String piece) {
        assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
        assertThat(Character.isHighSurrogate(piece.charAt(piece.length() - 1))).isFalse();
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(_ -> sentence(random))
                .collect(Collectors.joining())
                .strip();
    }

    private static String sentence(Random random) {
        StringBuilder sentence = new StringBuilder("The");
        for (int i = random.nextInt(30); i >= 0; i--) {
            sentence.append(any(BETWEEN, random)).append(any(WORDS, random));
        }
        return sentence.append(any(ENDS, random)).toString();
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
