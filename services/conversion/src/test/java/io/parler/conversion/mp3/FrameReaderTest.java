package io.parler.conversion.mp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The audio frames of a file are found, whatever is around them.
class FrameReaderTest {
    private static final byte[] TONE = Tone.of(24_000, 0.5, 400);
    private static final FrameRun RUN = Mp3.of(TONE).run();

    @ParameterizedTest
    @CsvSource({
        "fff364c4, 24000, 1, 48, 144",
        "fff366c4, 24000, 1, 48, 145",
        "fff360c4, 22050, 1, 48, 156",
        "fffb9064, 44100, 2, 128, 417",
        "fffb50c4, 44100, 1, 64, 208",
        "ffe364c4, 12000, 1, 48, 288",
    })
    void aHeaderDescribesItsFrame(String hex, int rate, int channels, int kbps, int length) {
        FrameHeader header = new FrameHeader(Integer.parseUnsignedInt(hex, 16));

        assertThat(header.format()).isEqualTo(new Mp3Format(rate, channels));
        assertThat(header.kilobitsPerSecond()).isEqualTo(kbps);
        assertThat(header.frameLength()).isEqualTo(length);
    }

    static Stream<byte[]> wrapped() {
        byte[] id3v2 = {'I', 'D', '3', 4, 0, 0, 0, 0, 1, 2};
        byte[] id3v2WithFooter = {'I', 'D', '3', 4, 0, 0x10, 0, 0, 0, 5};
        byte[] id3v1 = Arrays.copyOf("TAG".getBytes(StandardCharsets.ISO_8859_1), 128);
        byte[] cutOff = Arrays.copyOf(TONE, 100);
        return Stream.of(
                TONE,
                Tone.concat(id3v2, new byte[130], TONE),
                Tone.concat(id3v2WithFooter, new byte[15], TONE),
                Tone.concat(id3v2, new byte[130], id3v2, new byte[130], TONE),
                Tone.concat(TONE, id3v1),
                Tone.concat(InfoFrame.of(List.of(RUN)), TONE),
                Tone.concat(id3v2, new byte[130], InfoFrame.of(List.of(RUN)), TONE, id3v1),
                Tone.concat(marked("Xing", RUN.first().mainDataOffset()), TONE),
                Tone.concat(marked("VBRI", 36), TONE),
                Tone.concat(TONE, cutOff),
                Tone.concat(new byte[] {0, 1, (byte) 0xff, (byte) 0xfb, 7}, TONE));
    }

    private static byte[] marked(String marker, int offset) {
        byte[] frame = Mp3.silence(RUN.first(), 1).bytes();
        byte[] bytes = marker.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, frame, offset, bytes.length);
        return frame;
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void onlyAudioFramesAreRead(byte[] file) {
        Mp3 mp3 = Mp3.of(file);

        assertThat(mp3.run()).isEqualTo(RUN);
        assertThat(mp3.bytes()).isEqualTo(Mp3.of(TONE).bytes());
    }

    @Test
    void strayBytesBetweenFramesAreSkipped() {
        int third = 3 * RUN.first().frameLength();
        byte[] file =
                Tone.concat(
                        Arrays.copyOf(TONE, third),
                        "stray bytes".getBytes(StandardCharsets.US_ASCII),
                        Arrays.copyOfRange(TONE, third, TONE.length));

        // The frame before the stray bytes is not followed by a header, so it is skipped, too.
        assertThat(Mp3.of(file).run().frames()).isBetween(RUN.frames() - 1, RUN.frames());
    }

    @ParameterizedTest
    @MethodSource("withoutAudio")
    void aFileWithoutFramesIsUnreadable(byte[] file) {
        assertThatThrownBy(() -> Mp3.of(file)).isInstanceOf(UnreadableAudioException.class);
    }

    static Stream<byte[]> withoutAudio() {
        return Stream.of(
                new byte[0],
                new byte[8],
                "<html>Not Found</html>".getBytes(StandardCharsets.UTF_8),
                new byte[] {'I', 'D', '3', 3, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f});
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Mp3 silence = Mp3.silence(RUN.first(), 10);

        assertThat(Mp3.of(silence.bytes()).run()).isEqualTo(silence.run());
        assertThat(new FrameReader(silence.bytes()).next().map(FrameReader.Frame::offset))
                .isEqualTo(Optional.of(0));
    }

    @Test
    void aFileOfTwoFormatsIsRefused() {
        byte[] other = Tone.of(22_050, 0.5, 400);

        assertThatThrownBy(() -> Mp3.of(Tone.concat(TONE, other)))
                .isInstanceOf(MixedFormatsException.class);
    }
}
