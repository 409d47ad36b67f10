package io.parler.polly.http;

import io.parler.polly.synthesis.SpeechMark;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Writes speech marks as Polly's json output: one object a line.
final class SpeechMarkWriter {
    private SpeechMarkWriter() {}

    /// @param input the request's text in UTF-8
    static String line(SpeechMark mark, byte[] input) {
        String name = mark.name();
        String value =
                name == null
                        ? new String(
                                input,
                                mark.start(),
                                mark.end() - mark.start(),
                                StandardCharsets.UTF_8)
                        : name;
        return JsonObject.write(
                        json -> {
                            json.writeNumberField("time", mark.time());
                            json.writeStringField(
                                    "type", mark.type().name().toLowerCase(Locale.ROOT));
                            json.writeNumberField("start", mark.start());
                            json.writeNumberField("end", mark.end());
                            json.writeStringField("value", value);
                        })
                + "\n";
    }
}
