package io.parler.conversion.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.voice.SpeechMark;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// When each word is said, from when each character is ("Create speech with timing").
final class Alignment {
    private static final int UNKNOWN = -1;

    private Alignment() {}

    /// The words of `input`, as far as the aligned characters are those of the input.
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

    /// For each place of the input the milliseconds at which its character begins. What is one
    /// character there may be several places here.
    private static int[] times(JsonNode alignment, String input) {
        JsonNode characters = alignment.path("characters");
        JsonNode starts = alignment.path("character_start_times_seconds");
        int[] times = new int[input.length()];
        Arrays.fill(times, UNKNOWN);
        int place = 0;
        for (int i = 0; i < Math.min(characters.size(), starts.size()); i++) {
            String character = characters.path(i).asText();
            if (!input.startsWith(character, place)) {
                break;
            }
            int end = place + character.length();
            Arrays.fill(
                    times,
                    place,
                    end,
                    (int) Math.round(1_000 * Math.max(0, starts.path(i).asDouble())));
            place = end;
        }
        return times;
    }
}
