package io.parler.conversion.sample;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// The sample sentences, one for each language.
public final class SampleSentences {
    private static final Properties SENTENCES = read();

    private SampleSentences() {}

    public static Optional<String> in(String language) {
        return Optional.ofNullable(
                SENTENCES.getProperty(language.split("-", 2)[0].toLowerCase(Locale.ROOT)));
    }

    private static Properties read() {
        Properties sentences = new Properties();
        try (Reader text =
                new InputStreamReader(
                        Objects.requireNonNull(
                                SampleSentences.class.getResourceAsStream(
                                        "sample-sentences.properties")),
                        StandardCharsets.UTF_8)) {
            sentences.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
