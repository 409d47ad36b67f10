package io.parler.polly.ssml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.parler.polly.text.Prosody;
import io.parler.polly.text.Script;
import io.parler.polly.text.Script.Mark;
import io.parler.polly.text.Script.Pause;
import io.parler.polly.text.Script.Phrase;
import io.parler.polly.text.Script.Sentence;
import io.parler.polly.text.ScriptBuilder;
import io.parler.polly.text.Token;
import io.parler.polly.voice.Engine;
import io.parler.polly.voice.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsmlParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <break time="1.5s"/>            | 1500
                    <break time='300ms'/>           | 300
                    <break strength="strong"/>      | 400
                    <break strength="x-strong"/>    | 700
                    <break/>                        | 250
                    """)
    void aBreakIsAPauseAtItsPosition(String tag, int millis) throws InvalidSsmlException {
        Script script = read("One " + tag + " two.");
        assertThat(script.parts())
                .extracting(part -> part.getClass().getSimpleName())
                .containsExactly("Sentence", "Phrase", "Pause", "Phrase");
        assertThat(script.parts().get(2)).isEqualTo(new Pause(millis));
    }

    @Test
    void aBreakBetweenSentencesReplacesTheDefaultPause() throws InvalidSsmlException {
        assertThat(pauses("One. <break time='2s'/> Two. Three."))
                .containsExactly(new Pause(2000), new Pause(ScriptBuilder.SENTENCE_PAUSE_MILLIS));
        assertThat(pauses("One. <break strength='none'/> Two.")).isEmpty();
    }

    @Test
    void paragraphsAndSentencesAreTaggedOrDetected() throws InvalidSsmlException {
        assertThat(pauses("<p>One. Two.</p><p><s>three</s><s>four</s></p>"))
                .containsExactly(
                        new Pause(ScriptBuilder.SENTENCE_PAUSE_MILLIS),
                        new Pause(ScriptBuilder.PARAGRAPH_PAUSE_MILLIS),
                        new Pause(ScriptBuilder.SENTENCE_PAUSE_MILLIS));
    }

    @Test
    void offsetsIncludeTagsAndEntities() throws InvalidSsmlException {
        String text =
                "<speak>Zoë <lang xml:lang=\"fr-FR\">déjà</lang> R&amp;D &#x1F600; <!-- é --> end.</speak>";
        Script script = SsmlParser.parse(text, Language.US_ENGLISH, Engine.NEURAL);
        assertThat(words(script))
                .extracting(token -> cut(text, token.start(), token.end()))
                .containsExactly("Zoë", "déjà", "R&amp;D", "end");
        Sentence sentence = (Sentence) script.parts().getFirst();
        assertThat(cut(text, sentence.start(), sentence.end()))
                .startsWith("Zoë <lang")
                .endsWith("end.");
    }

    @Test
    void anAliasIsSpokenInsteadOfItsText() throws InvalidSsmlException {
        String text = "<speak>The <sub alias=\"World Wide Web\">WWW</sub> works.</speak>";
        Script script = SsmlParser.parse(text, Language.US_ENGLISH, Engine.NEURAL);
        assertThat(words(script))
                .extracting(Token::text)
                .containsExactly("The", "World", "Wide", "Web", "works");
        assertThat(cut(text, words(script).get(2).start(), words(script).get(2).end()))
                .isEqualTo("WWW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"characters", "spell-out"})
    void spelledTextIsSpokenByLetterAndBilledAsWritten(String how) throws InvalidSsmlException {
        Script script = read("The <say-as interpret-as=\"" + how + "\">ci/CD</say-as> runs.");

        assertThat(words(script))
                .extracting(Token::text)
                .containsExactly("The", "C", "I", "C", "D", "runs");
        assertThat(script.billedCharacters()).isEqualTo("The ci/CD runs.".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GENERATIVE", "LONG_FORM", "NEURAL", "STANDARD"})
    void phonemesAndLanguagesAreAcceptedByEveryEngine(Engine engine) throws InvalidSsmlException {
        String text =
                "<speak>Ask <phoneme alphabet=\"ipa\" ph=\"krɒn\">cron</phoneme>"
                        + " <lang xml:lang=\"de\">nach <sub alias=\"zum Beispiel\">z. B.</sub>"
                        + " Größe</lang>.</speak>";

        Script script = SsmlParser.parse(text, Language.US_ENGLISH, engine);

        assertThat(words(script))
                .extracting(Token::text)
                .containsExactly("Ask", "cron", "nach", "zum", "Beispiel", "Größe");
        assertThat(script.billedCharacters()).isEqualTo("Ask cron nach z. B. Größe.".length());
    }

    @Test
    void aRoleGivesThePartOfSpeech() throws InvalidSsmlException {
        assertThat(words(read("They <w role=\"amazon:VBD\">read</w> it.")))
                .extracting(Token::role)
                .containsExactly(null, "VBD", null);
    }

    @Test
    void prosodyNestsAndEndsWithItsTag() throws InvalidSsmlException {
        Script script =
                SsmlParser.parse(
                        "<speak><prosody rate='200%'>a <prosody volume='-6dB'>b</prosody></prosody> c</speak>",
                        Language.US_ENGLISH, Engine.NEURAL);
        List<Token> words = words(script);
        assertThat(words.get(0).prosody().rate()).isEqualTo(2);
        assertThat(words.get(1).prosody()).isEqualTo(new Prosody(2, 1, -6));
        assertThat(words.get(2).prosody()).isEqualTo(Prosody.NORMAL);
        assertThat(words.get(1).prosody().gain()).isEqualTo(.5, within(.01));
    }

    @Test
    void aMarkHasItsNameAndOffsets() throws InvalidSsmlException {
        assertThat(read("One <mark name=\"here\"/> two.").parts())
                .filteredOn(Mark.class::isInstance)
                .containsExactly(new Mark("here", 11, 30));
    }

    @Test
    void tagsAreNotBilled() throws InvalidSsmlException {
        assertThat(read("<p>Mary &amp; I</p>").billedCharacters()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "<speak>not closed",
                "<p>no speak</p>",
                "<speak><speak>nested</speak></speak>",
                "<speak><audio src=\"x.mp3\"/></speak>",
                "<speak><amazon:effect name=\"whispered\">x</amazon:effect></speak>",
                "<speak><say-as interpret-as=\"date\">1</say-as></speak>",
                "<speak><p><p>x</p></p></speak>",
                "<speak><s><p>x</p></s></speak>",
                "<speak><break time=\"11s\"/></speak>",
                "<speak><break time=\"soon\"/></speak>",
                "<speak><break strength=\"huge\"/></speak>",
                "<speak><say-as>x</say-as></speak>",
                "<speak><phoneme alphabet=\"ipa\">x</phoneme></speak>",
                "<speak><phoneme alphabet=\"runes\" ph=\"x\">x</phoneme></speak>",
                "<speak>a & b</speak>",
                "<speak><sub>x</sub></speak>",
                "<speak><lang>x</lang></speak>",
                "<speak><w role=\"verb\">x</w></speak>",
                "<speak><prosody>x</prosody></speak>",
                "<speak><prosody rate=\"brisk\">x</prosody></speak>",
                "<speak><prosody volume=\"11\">x</prosody></speak>",
                "<speak><mark/></speak>",
                "<speak>&nbsp;</speak>",
                "<!DOCTYPE speak [<!ENTITY e \"x\">]><speak>&e;</speak>",
                "<!DOCTYPE speak SYSTEM \"file:///etc/passwd\"><speak>x</speak>"
            })
    void invalidSsmlIsRejected(String text) {
        assertThatExceptionOfType(InvalidSsmlException.class)
                .isThrownBy(() -> SsmlParser.parse(text, Language.US_ENGLISH, Engine.STANDARD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<speak><emphasis>x</emphasis></speak>",
                "<speak><prosody pitch=\"high\">x</prosody></speak>"
            })
    void featuresOfTheStandardEngineAreRejectedForOthers(String text) throws InvalidSsmlException {
        assertThat(words(SsmlParser.parse(text, Language.US_ENGLISH, Engine.STANDARD))).hasSize(1);
        assertThatExceptionOfType(InvalidSsmlException.class)
                .isThrownBy(() -> SsmlParser.parse(text, Language.US_ENGLISH, Engine.NEURAL))
                .withMessage("Unsupported Neural feature");
    }

    private static Script read(String inside) throws InvalidSsmlException {
        return SsmlParser.parse(
                "<speak>" + inside + "</speak>", Language.US_ENGLISH, Engine.NEURAL);
    }

    private static List<Script.Part> pauses(String inside) throws InvalidSsmlException {
        return read(inside).parts().stream().filter(Pause.class::isInstance).toList();
    }

    private static List<Token> words(Script script) {
        return script.parts().stream()
                .filter(Phrase.class::isInstance)
                .flatMap(part -> ((Phrase) part).tokens().stream())
                .filter(Token::isWord)
                .toList();
    }

    private static String cut(String text, int start, int end) {
        return new String(
                text.getBytes(StandardCharsets.UTF_8), start, end - start, StandardCharsets.UTF_8);
    }
}
