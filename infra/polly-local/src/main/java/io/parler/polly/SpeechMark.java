package io.parler.polly;

import io.parler.polly.Order.MarkType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line of a json answer: at this time, these bytes of the input are said.
///
/// @param name of an SSML mark; the others are told by the bytes they span
record SpeechMark(long time, MarkType type, int start, int end, @Nullable String name) {
    static SpeechMark sentence(double time, int start, int end) {
        return new SpeechMark(Math.round(time), MarkType.SENTENCE, start, end, null);
    }

    static SpeechMark word(double time, int start, int end) {
        return new SpeechMark(Math.round(time), MarkType.WORD, start, end, null);
    }

    static SpeechMark ssml(double time, int start, int end, String name) {
        return new SpeechMark(Math.round(time), MarkType.SSML, start, end, name);
    }

    /// @param input the request's text in UTF-8
    String line(byte[] input) {
        String value =
                name == null ? new String(input, start, end - start, StandardCharsets.UTF_8) : name;
        return Json.object(
                        json -> {
                            json.writeNumberField("time", time);
                            json.writeStringField("type", type.name().toLowerCase(Locale.ROOT));
                            json.writeNumberField("start", start);
                            json.writeNumberField("end", end);
                            json.writeStringField("value", value);
                        })
                + "\n";
    }
}
