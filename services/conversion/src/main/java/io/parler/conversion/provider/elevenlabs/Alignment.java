package io.parler.conversion.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.voice.SpeechMark;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Computes the start time of each word from those of the characters ("Create speech with
/// timing").
final class Alignment {
    private static final int UNKNOWN = -1;

    private Alignment() {}

    /// The words of `input` for which the aligned characters match the input.
    static List<SpeechMark> speechMarks(JsonNode alignment, String input) {
        int[] times = times(alignment, input);
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(input);
        List<SpeechMark> speechMarks = new ArrayList<>();
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            if (Character.isLetterOrDigit(input.codePointAt(start)) && times[start] != UNKNOWN) {
                speechMarks.add(new SpeechMark(start, end, times[start]));
            }
            start = end;
        }
        return speechMarks;
    }

    /// The start in milliseconds for each offset of the input. One aligned character may cover
    /// several offsets.
    private static int[] times(JsonNode alignment, String input) {
        JsonNode characters = alignment.path("characters");
        JsonNode starts = alignment.path("character_start_times_seconds");
        int[] times = new int[input.length()];
        Arrays.fill(times, UNKNOWN);
        int offset = 0;
        for (int i = 0; i < Math.min(characters.size(), starts.size()); i++) {
            String character = characters.path(i).asText();
            if (!input.startsWith(character, offset)) {
                break;
            }
            int end = offset + character.length();
            Arrays.fill(
                    times,
                    offset,
                    end,
                    (int) Math.round(1_000 * Math.max(0, starts.path(i).asDouble())));
            offset = end;
        }
        return times;
    }
}
