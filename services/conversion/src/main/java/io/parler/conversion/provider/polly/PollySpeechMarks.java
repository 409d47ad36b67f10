package io.parler.conversion.provider.polly;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.voice.SpeechMark;
import io.parler.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Parses Polly's speech marks: one JSON object per line, with byte offsets in the UTF-8 input
/// (Polly, "Speech mark output").
final class PollySpeechMarks {
    private record MarkLine(int time, String type, int start, int end) {}

    private PollySpeechMarks() {}

    static List<SpeechMark> parse(byte[] lines, String input) throws JacksonException {
        int[] offsets = utf16Offsets(input);
        List<SpeechMark> speechMarks = new ArrayList<>();
        for (String json : new String(lines, StandardCharsets.UTF_8).lines().toList()) {
            if (json.isBlank()) {
                continue;
            }
            MarkLine line = Json.read(json.getBytes(StandardCharsets.UTF_8), MarkLine.class);
            if (line.type().equals("word")
                    && line.start() < line.end()
                    && line.end() < offsets.length) {
                speechMarks.add(
                        new SpeechMark(offsets[line.start()], offsets[line.end()], line.time()));
            }
        }
        return speechMarks;
    }

    /// Maps each byte offset in the UTF-8 input, the end included, to a UTF-16 offset.
    private static int[] utf16Offsets(String input) {
        int[] offsets = new int[input.getBytes(StandardCharsets.UTF_8).length + 1];
        int at = 0;
        int unit = 0;
        while (unit < input.length()) {
            int codePoint = input.codePointAt(unit);
            int bytes = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            for (int end = at + bytes; at < end && at < offsets.length; at++) {
                offsets[at] = unit;
            }
            unit += Character.charCount(codePoint);
        }
        offsets[offsets.length - 1] = input.length();
        return offsets;
    }
}
