package io.parler.conversion.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The input for voices is well-formed, and has only supported tags.
class SsmlTest {
    private static final SsmlSupport ALL =
            new SsmlSupport(EnumSet.allOf(SsmlSupport.Tag.class), "en-US");
    private static final SsmlSupport NEURAL = without(SsmlSupport.Tag.SAY_AS);
    private static final SsmlSupport GENERATIVE = without(SsmlSupport.Tag.PHONEME);
    private static final SsmlSupport PLAIN = new SsmlSupport(Set.of(), "en-US");

    private static SsmlSupport without(SsmlSupport.Tag tag) {
        return new SsmlSupport(EnumSet.complementOf(EnumSet.of(tag)), "en-US");
    }

    @Test
    void wordsWithoutPronunciationsArePlainText() {
        assertThat(Ssml.of(Words.plain("a < b & c"), ALL)).isEqualTo(Utterance.text("a < b & c"));
    }

    @Test
    void eachSpanHasItsTag() {
        assertThat(
                        ssml(
                                ALL,
                                new Span.Plain("R&D: "),
                                new Span.Alias("k8s", "\"kubernetes\" <3"),
                                new Span.Letters("SQL"),
                                new Span.Phonemes("cron", "krɒn"),
                                new Span.Foreign("de", List.of(new Span.Plain("Größe")))))
                .isEqualTo(
                        "<speak>R&amp;D: <sub alias=\"&quot;kubernetes&quot; &lt;3\">k8s</sub>"
                                + "<say-as interpret-as=\"characters\">SQL</say-as>"
                                + "<phoneme alphabet=\"ipa\" ph=\"krɒn\">cron</phoneme>"
                                + "<lang xml:lang=\"de-DE\">Größe</lang></speak>");
    }

    @Test
    void lettersForANeuralVoiceAreAnAliasBecauseSayAsChangesTheVoice() {
        assertThat(ssml(NEURAL, new Span.Letters("ci/cd")))
                .isEqualTo("<speak><sub alias=\"C I C D\">ci/cd</sub></speak>");
        assertThat(Ssml.of(new Words(List.of(new Span.Letters("✓"))), NEURAL))
                .isEqualTo(Utterance.text("✓"));
    }

    @Test
    void aVoiceWithoutPhonemesGetsTheWord() {
        Words words = new Words(List.of(new Span.Phonemes("cron", "krɒn")));

        assertThat(Ssml.of(words, GENERATIVE)).isEqualTo(Utterance.text("cron"));
    }

    @ParameterizedTest
    @CsvSource({
        "de, de-DE",
        "de-CH, de-CH",
        "DE-at, de-AT",
        "de-LI, de-DE",
        "zh, cmn-CN",
        "zh-HK, yue-CN",
        "no, nb-NO",
        "ar-EG, arb",
    })
    void aForeignLanguageHasPollysCode(String tag, String name) {
        assertThat(ssml(ALL, new Span.Foreign(tag, List.of(new Span.Plain("x")))))
                .contains("xml:lang=\"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource({"la", "en-GB", "en", "x-klingon"})
    void unsupportedLanguagesAndTheVoicesOwnGetNoLangTag(String tag) {
        Words words = new Words(List.of(new Span.Foreign(tag, List.of(new Span.Plain("x")))));

        assertThat(Ssml.of(words, ALL)).isEqualTo(Utterance.text("x"));
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(i -> 15_485_863L * i);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyWordsBecomeWellFormedSsmlWithTheSameText(long seed) throws Exception {
        Random random = new Random(seed);
        Words words = RandomWords.of(random);
        SsmlSupport ssmlSupport = List.of(ALL, NEURAL, GENERATIVE).get(random.nextInt(3));

        Utterance utterance = Ssml.of(words, ssmlSupport);

        String text =
                switch (utterance.form()) {
                    case TEXT -> utterance.input();
                    case SSML -> parsed(utterance.input()).getDocumentElement().getTextContent();
                };
        assertThat(printable(text)).isEqualTo(printable(words.text()));
    }

    /// Removes characters that XML does not allow.
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff\\x{d800}-\\x{dfff}]", "");
    }

    private static String ssml(SsmlSupport ssmlSupport, Span... spans) {
        Utterance utterance = Ssml.of(new Words(List.of(spans)), ssmlSupport);
        assertThat(utterance.form()).isEqualTo(Utterance.Form.SSML);
        return utterance.input();
    }

    private static Document parsed(String xml)
            throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void aVoiceWithoutSsmlGetsTheSpokenWords() {
        Words words =
                new Words(
                        List.of(
                                new Span.Plain("Run "),
                                new Span.Alias("kubectl", "cube control"),
                                new Span.Plain(" over "),
                                new Span.Letters("SQL"),
                                new Span.Foreign("de", List.of(new Span.Phonemes("ß", "s")))));

        Utterance said = Ssml.of(words, PLAIN);

        assertThat(said).isEqualTo(Utterance.text("Run cube control over S Q Lß"));
        assertThat(
                        IntStream.of(0, 4, 9, 16, 17, 22, 24, 27, 28)
                                .map(said.textOffsets(words))
                                .mapToObj(words.text()::substring))
                .containsExactly(
                        "Run kubectl over SQLß",
                        "kubectl over SQLß",
                        "kubectl over SQLß",
                        " over SQLß",
                        "over SQLß",
                        "SQLß",
                        "SQLß",
                        "ß",
                        "");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anOffsetInSsmlMapsToAnOffsetInTheText(long seed) {
        Words words = RandomWords.of(new Random(seed));
        Utterance utterance = Ssml.of(words, ALL);
        IntUnaryOperator place = utterance.textOffsets(words);

        assertThat(place.applyAsInt(0)).isZero();
        assertThat(place.applyAsInt(utterance.input().length()))
                .isEqualTo(inXml(words.text(), utterance).length());
        String letters = "abcdefghijklmnopqrstuvwxyz";
        int at = utterance.input().lastIndexOf('>', utterance.input().length() - 9) + 1;
        if (at > 0 && letters.indexOf(utterance.input().charAt(at)) >= 0) {
            assertThat(inXml(words.text(), utterance).charAt(place.applyAsInt(at)))
                    .isEqualTo(utterance.input().charAt(at));
        }
    }

    /// Characters that XML does not allow are not in the markup.
    private static String inXml(String text, Utterance utterance) {
        return utterance.form() == Utterance.Form.TEXT
                ? text
                : text.codePoints()
                        .filter(c -> c >= 0x20 && c != 0xfffe && c != 0xffff)
                        .filter(c -> c < 0xd800 || c > 0xdfff)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
    }
}
