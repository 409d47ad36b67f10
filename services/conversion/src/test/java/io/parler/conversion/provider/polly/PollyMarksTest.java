package io.parler.conversion.provider.polly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.voice.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollyMarksTest {
    @Test
    void bytesOfTheInputBecomePlacesInTheText() throws JacksonException {
        String input = "Größe 🎧 zählt";
        String lines =
                """
                {"time":6,"type":"word","start":0,"end":7,"value":"Größe"}
                {"time":373,"type":"sentence","start":0,"end":19,"value":"x"}
                {"time":600,"type":"word","start":13,"end":19,"value":"zählt"}

                """;

        List<Mark> marks = PollyMarks.read(lines.getBytes(UTF_8), input);

        assertThat(marks).containsExactly(new Mark(0, 5, 6), new Mark(9, 14, 600));
        assertThat(marks.stream().map(m -> input.substring(m.start(), m.end())))
                .containsExactly("Größe", "zählt");
    }

    @Test
    void aMarkBehindTheInputIsLeftOut() throws JacksonException {
        byte[] line = "{\"time\":6,\"type\":\"word\",\"start\":0,\"end\":9}".getBytes(UTF_8);

        assertThat(PollyMarks.read(line, "short")).isEmpty();
    }
}
