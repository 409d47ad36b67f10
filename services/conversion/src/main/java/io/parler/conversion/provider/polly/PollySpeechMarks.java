package io.parler.conversion.provider.polly;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.voice.SpeechMark;
import io.parler.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads Polly's speech marks: a JSON object a line, with places in bytes of the input in UTF-8
/// (Polly, "Speech mark output").
final class PollySpeechMarks {
    private record MarkLine(int time, String type, int start, int end) {}

    private PollySpeechMarks() {}

    static List<SpeechMark> read(byte[] lines, String input) throws JacksonException {
        int[] places = places(input);
        List<SpeechMark> speechMarks = new ArrayList<>();
        for (String json : new String(lines, StandardCharsets.UTF_8).lines().toList()) {
            if (json.isBlank()) {
                continue;
            }
            MarkLine line = Json.read(json.getBytes(StandardCharsets.UTF_8), MarkLine.class);
            if (line.type().equals("word")
                    && line.start() < line.end()
                    && line.end() < places.length) {
                speechMarks.add(
                        new SpeechMark(places[line.start()], places[line.end()], line.time()));
            }
        }
        return speechMarks;
    }

    /// For each byte of the input, and its end, the UTF-16 unit it belongs to.
    private static int[] places(String input) {
        int[] places = new int[input.getBytes(StandardCharsets.UTF_8).length + 1];
        int at = 0;
        int unit = 0;
        while (unit < input.length()) {
            int codePoint = input.codePointAt(unit);
            int bytes = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            for (int end = at + bytes; at < end && at < places.length; at++) {
                places[at] = unit;
            }
            unit += Character.charCount(codePoint);
        }
        places[places.length - 1] = input.length();
        return places;
    }
}
