package io.parler.conversion.speech;

import java.util.Optional;

/// Writes the input for a voice. It is plain text if nothing is marked or the voice takes no SSML,
/// else SSML with only the elements that the voice supports. Without its tags, the SSML is the
/// written text.
public final class Ssml {
    /// The length of the markup around the words.
    public static final int FRAME_LENGTH = "<speak></speak>".length();

    private final SsmlSupport ssmlSupport;
    private final XmlWriter xml = new XmlWriter();
    private boolean marked;

    private Ssml(SsmlSupport ssmlSupport) {
        this.ssmlSupport = ssmlSupport;
    }

    public static Utterance of(Words words, SsmlSupport ssmlSupport) {
        if (ssmlSupport.isPlain()) {
            return Utterance.text(words.plainText());
        }
        Ssml ssml = write(words, ssmlSupport);
        return ssml.marked
                ? new Utterance(Utterance.Form.SSML, ssml.xml.toString())
                : Utterance.text(words.text());
    }

    /// The SSML of the words without the `speak` element, even if nothing is marked.
    public static String body(Words words, SsmlSupport ssmlSupport) {
        String whole = write(words, ssmlSupport).xml.toString();
        return whole.substring("<speak>".length(), whole.length() - "</speak>".length());
    }

    /// Maps each offset in SSML written by this class, the end included, to the offset in its
    /// text.
    static int[] textOffsets(String ssml) {
        int[] offsets = new int[ssml.length() + 1];
        int text = 0;
        boolean inTag = false;
        boolean inEntity = false;
        for (int i = 0; i < ssml.length(); i++) {
            char c = ssml.charAt(i);
            offsets[i] = text;
            inTag |= c == '<';
            inEntity |= !inTag && c == '&';
            if (!inTag && (!inEntity || c == ';')) {
                text++;
                inEntity = false;
            }
            inTag &= c != '>';
        }
        offsets[ssml.length()] = text;
        return offsets;
    }

    private static Ssml write(Words words, SsmlSupport ssmlSupport) {
        Ssml ssml = new Ssml(ssmlSupport);
        ssml.xml.start("speak");
        words.spans().forEach(ssml::write);
        ssml.xml.end();
        return ssml;
    }

    private void write(Span span) {
        switch (span) {
            case Span.Plain plain -> xml.text(plain.text());
            case Span.Alias alias -> alias(alias.text(), alias.alias());
            case Span.Letters letters -> letters(letters);
            case Span.Phonemes phonemes -> phonemes(phonemes);
            case Span.Foreign foreign -> foreign(foreign);
        }
    }

    private void alias(String text, String alias) {
        marked = true;
        xml.start("sub").attribute("alias", alias).text(text).end();
    }

    private void letters(Span.Letters letters) {
        if (ssmlSupport.has(SsmlSupport.Tag.SAY_AS)) {
            marked = true;
            xml.start("say-as").attribute("interpret-as", "characters").text(letters.text()).end();
        } else if (letters.spaced().isEmpty()) {
            xml.text(letters.text());
        } else {
            alias(letters.text(), letters.spaced());
        }
    }

    private void phonemes(Span.Phonemes phonemes) {
        if (ssmlSupport.has(SsmlSupport.Tag.PHONEME)) {
            marked = true;
            xml.start("phoneme")
                    .attribute("alphabet", "ipa")
                    .attribute("ph", phonemes.ipa())
                    .text(phonemes.text())
                    .end();
        } else {
            xml.text(phonemes.text());
        }
    }

    private void foreign(Span.Foreign foreign) {
        Optional<String> language = ssmlSupport.foreign(foreign.language());
        if (language.isPresent()) {
            marked = true;
            xml.start("lang").attribute("xml:lang", language.get());
        }
        foreign.spans().forEach(this::write);
        if (language.isPresent()) {
            xml.end();
        }
    }
}
