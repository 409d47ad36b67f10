package io.parler.conversion.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
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

/// Words as voices take them: well-formed whatever they are, and only with tags a voice knows.
class SsmlTest {
    private static final Dialect ALL = new Dialect(true, true, "en-US");
    private static final Dialect NEURAL = new Dialect(false, true, "en-US");
    private static final Dialect GENERATIVE = new Dialect(true, false, "en-US");

    @Test
    void wordsWithoutMarkupGoAsPlainText() {
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
    void aNeuralVoiceWouldChangeForLettersSoItGetsThemApart() {
        assertThat(ssml(NEURAL, new Span.Letters("ci/cd")))
                .isEqualTo("<speak><sub alias=\"C I C D\">ci/cd</sub></speak>");
        assertThat(Ssml.of(new Words(List.of(new Span.Letters("✓"))), NEURAL))
                .isEqualTo(Utterance.text("✓"));
    }

    @Test
    void aVoiceThatTakesNoSoundsGetsTheWord() {
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
    void aForeignLanguageIsNamedAsPollyKnowsIt(String tag, String name) {
        assertThat(ssml(ALL, new Span.Foreign(tag, List.of(new Span.Plain("x")))))
                .contains("xml:lang=\"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource({"la", "en-GB", "en", "x-klingon"})
    void aLanguageOfNoVoiceAndTheVoicesOwnNeedNoTag(String tag) {
        Words words = new Words(List.of(new Span.Foreign(tag, List.of(new Span.Plain("x")))));

        assertThat(Ssml.of(words, ALL)).isEqualTo(Utterance.text("x"));
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(i -> 15_485_863L * i);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyWordsAreWellFormedAndTheirTextIsTheText(long seed) throws Exception {
        Random random = new Random(seed);
        Words words = RandomWords.of(random);
        Dialect dialect = new Dialect(random.nextBoolean(), random.nextBoolean(), "en-US");

        Utterance utterance = Ssml.of(words, dialect);

        String text =
                switch (utterance.form()) {
                    case TEXT -> utterance.input();
                    case SSML -> parsed(utterance.input()).getDocumentElement().getTextContent();
                };
        assertThat(printable(text)).isEqualTo(printable(words.text()));
    }

    /// What XML has no place for is dropped.
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff\\x{d800}-\\x{dfff}]", "");
    }

    private static String ssml(Dialect dialect, Span... spans) {
        Utterance utterance = Ssml.of(new Words(List.of(spans)), dialect);
        assertThat(utterance.form()).isEqualTo(Utterance.Form.SSML);
        return utterance.input();
    }

    private static Document parsed(String xml)
            throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
