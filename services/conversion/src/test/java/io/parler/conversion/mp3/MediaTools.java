package io.parler.conversion.mp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The media tools of the machine. A test that needs a missing one is skipped, or fails if CI is
/// true.
public final class MediaTools {
    private MediaTools() {}

    /// The declared length in seconds.
    public static double declaredSeconds(Path mp3) {
        return Double.parseDouble(
                text(run(
                                "ffprobe",
                                "-v",
                                "error",
                                "-show_entries",
                                "format=duration",
                                "-of",
                                "csv=p=0",
                                mp3.toString()))
                        .strip());
    }

    /// The start and title of each chapter.
    public static List<String> chapters(Path mp3) {
        return text(run(
                        "ffprobe",
                        "-v",
                        "error",
                        "-show_entries",
                        "chapter=start_time:chapter_tags=title",
                        "-of",
                        "csv=p=0:s=|",
                        mp3.toString()))
                .lines()
                .toList();
    }

    /// All samples of the first channel. Fails if the decoder reports an error.
    public static short[] samples(Path mp3, int sampleRate) {
        byte[] pcm =
                run(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-xerror",
                        "-i",
                        mp3.toString(),
                        "-ac",
                        "1",
                        "-ar",
                        Integer.toString(sampleRate),
                        "-f",
                        "s16le",
                        "-");
        short[] samples = new short[pcm.length / 2];
        ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    /// An MP3 of a 500 Hz tone by another encoder, as providers send them: with or without an ID3
    /// tag and an Info frame.
    public static byte[] tone(Path file, double seconds, boolean tagged) throws IOException {
        run(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=500:sample_rate=24000:duration=" + seconds,
                "-af",
                "volume=0.25",
                "-c:a",
                "libmp3lame",
                "-b:a",
                "48k",
                "-id3v2_version",
                tagged ? "3" : "0",
                "-write_xing",
                tagged ? "1" : "0",
                "-metadata",
                "title=A tone",
                "-y",
                file.toString());
        return Files.readAllBytes(file);
    }

    /// The loudness in LUFS, by EBU R 128.
    public static double loudness(Path mp3) {
        return text(run(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-i",
                        mp3.toString(),
                        "-af",
                        "ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.I:file=-",
                        "-f",
                        "null",
                        "/dev/null"))
                .lines()
                .filter(line -> line.startsWith("lavfi.r128.I="))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('=') + 1)))
                .reduce(Double.NaN, (_, last) -> last);
    }

    /// The errors that mp3val reports.
    public static String complaints(Path mp3) {
        return text(run("mp3val", mp3.toString()))
                .lines()
                .filter(line -> line.startsWith("WARNING") || line.startsWith("ERROR"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static byte[] run(String... command) {
        try {
            Path errors = Files.createTempFile("tool", ".err");
            Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            byte[] out = process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
            assertThat(Files.readString(errors)).as("%s", Arrays.asList(command)).isEmpty();
            Files.delete(errors);
            return out;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            return missing(command[0], e);
        }
    }

    private static byte[] missing(String tool, IOException e) {
        if ("true".equals(System.getenv("CI"))) {
            return fail(tool + " is needed here", e);
        }
        return abort(tool + " is not installed: " + new UncheckedIOException(e).getMessage());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
