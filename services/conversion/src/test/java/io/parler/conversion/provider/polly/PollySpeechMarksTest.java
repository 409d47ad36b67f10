package io.parler.conversion.provider.polly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.voice.SpeechMark;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollySpeechMarksTest {
    @Test
    void byteOffsetsBecomeOffsetsInTheText() throws JacksonException {
        String input = "Größe 🎧 zählt";
        String lines =
                """
                {"time":6,"type":"word","start":0,"end":7,"value":"Größe"}
                {"time":373,"type":"sentence","start":0,"end":19,"value":"x"}
                {"time":600,"type":"word","start":13,"end":19,"value":"zählt"}

                """;

        List<SpeechMark> speechMarks = PollySpeechMarks.parse(lines.getBytes(UTF_8), input);

        assertThat(speechMarks)
                .containsExactly(new SpeechMark(0, 5, 6), new SpeechMark(9, 14, 600));
        assertThat(speechMarks.stream().map(m -> input.substring(m.start(), m.end())))
                .containsExactly("Größe", "zählt");
    }

    @Test
    void aMarkAfterTheEndOfTheInputIsIgnored() throws JacksonException {
        byte[] line = "{\"time\":6,\"type\":\"word\",\"start\":0,\"end\":9}".getBytes(UTF_8);

        assertThat(PollySpeechMarks.parse(line, "short")).isEmpty();
    }
}
