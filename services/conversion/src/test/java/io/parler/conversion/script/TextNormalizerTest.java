package io.parler.conversion.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.request.ContentKind;
import io.parler.request.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormalizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://example.com/a/b?c=d#e for more.  | See example.com for more.",
                "It is at https://example.com.                | It is at example.com.",
                "(https://example.com/a)                       | (example.com)",
                "Go to www.example.com/x, then rest.          | Go to example.com, then rest.",
            })
    void ofAUrlOnlyTheHostIsRead(String text, String said) {
        assertThat(said(text)).isEqualTo(said);
    }

    @Test
    void invisibleCharactersAreRemoved() {
        assertThat(said("a\u00adb\u200bc \u0007d\ufeff\ud800")).isEqualTo("abc d");
    }

    @Test
    void aLongChainOfEmojiIsOneEmoji() {
        assertThat(said("a " + "👨\u200d".repeat(50_000) + "👨 b")).isEqualTo("a b");
    }

    @Test
    void anAddressBeginsAWord() {
        ScriptOptions skip = ScriptOptions.DEFAULT.with(ContentKind.URLS, Policy.SKIP);

        assertThat(said("(http://a.example) xhttp://a.example e\u0301http://a.example", skip, "en"))
                .isEqualTo("() xhttp://a.example e\u0301http://a.example");
    }

    @Test
    void whiteSpaceIsCollapsed() {
        assertThat(said(" one\n\ttwo\u00a0 three ")).isEqualTo("one two three");
    }

    @Test
    void onlyLettersAndDigitsAreSpelled() {
        assertThat(TextNormalizer.isSpeakable("* * *")).isFalse();
        assertThat(TextNormalizer.isSpeakable("7")).isTrue();
        assertThat(TextNormalizer.isSpeakable("队")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "READ | See https://example.com/a?b=c.  | See https://example.com/a?b=c.",
                "SKIP | See https://example.com/a?b=c.  | See.",
                "SKIP | See www.example.com/a for more. | See for more.",
            })
    void aUrlIsReadOrSkippedOnRequest(Policy policy, String text, String said) {
        assertThat(said(text, ScriptOptions.DEFAULT.with(ContentKind.URLS, policy), "en"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello 👋, world        | Hello, world",
                "Great 🎉 work          | Great work",
                "Hi👋there              | Hi there",
                "你好👋世界              | 你好世界",
                "👩‍🚀🇫🇷 Off 👍🏽!          | Off!",
                "I ❤️ 2️⃣ queues ☀       | I queues",
                "Java™ © 3 → ✓ #1       | Java™ © 3 → ✓ #1",
            })
    void skippedEmojiLeaveNoSpaces(String text, String said) {
        assertThat(said(text)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello 👋, world | Hello waving hand sign, world",
                "👍🏽👍            | thumbs up sign thumbs up sign",
                "👩‍🚀 go          | woman rocket go",
                "Vive 🇫🇷!        | Vive flag of France!",
                "Step 2️⃣.        | Step 2.",
                "☕️time           | hot beverage time",
            })
    void anEmojiIsNamedAsOne(String text, String said) {
        assertThat(said(text, NAMED, "en-GB")).isEqualTo(said);
    }

    @Test
    void anEmojiIsAnnouncedAsAnEmoji() {
        ScriptOptions announced = ScriptOptions.DEFAULT.with(ContentKind.EMOJI, Policy.ANNOUNCE);

        assertThat(said("Hello 🎉", announced, "en")).isEqualTo("Hello party popper emoji");
    }

    @Test
    void anEmojiIsSkippedInLanguagesWithoutNames() {
        assertThat(said("Hallo 👋, Welt", NAMED, "de")).isEqualTo("Hallo, Welt");
    }

    private static final ScriptOptions NAMED =
            ScriptOptions.DEFAULT.with(ContentKind.EMOJI, Policy.READ);

    private static String said(String text) {
        return said(text, ScriptOptions.DEFAULT, "en");
    }

    private static String said(String text, ScriptOptions options, String language) {
        return new TextNormalizer(options, new Announcements(language)).line(text).words().text();
    }
}
