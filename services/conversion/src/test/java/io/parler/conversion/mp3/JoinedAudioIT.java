package io.parler.conversion.mp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.mpatric.mp3agic.ID3v2;
import com.mpatric.mp3agic.Mp3File;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Joined audio plays as one file of exactly its declared length.
class JoinedAudioIT {
    private static final Id3Tag TAG =
            tag(List.of(new Id3Tag.Chapter(0, "Größe"), new Id3Tag.Chapter(0.4, "Why 🎧")), 0.912);

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 24000", "25, 24000", "400, 24000", "25, 22050", "25, 44100", "25, 11025"})
    void declaredDecodedAndComputedLengthAgree(int chunks, int sampleRate) throws IOException {
        JoinedAudio joined = new JoinedAudio(TAG, tonesWithPauses(chunks, sampleRate));
        Path file = write(joined);

        assertThat(Files.size(file)).isEqualTo(joined.length());
        double decoded = (double) MediaTools.samples(file, sampleRate).length / sampleRate;
        assertThat(MediaTools.declaredSeconds(file)).isCloseTo(joined.seconds(), within(0.001));
        assertThat(decoded).isCloseTo(joined.seconds(), within(0.001));
        assertThat(MediaTools.complaints(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "25, false", "25, true", "400, true"})
    void filesOfAnotherEncoderAreJoinedWithoutTags(int chunks, boolean tagged) throws Exception {
        Mp3 tone = Mp3.of(MediaTools.tone(folder.resolve("tone.mp3"), 0.7, tagged));
        Mp3 pause = Mp3.silence(tone.run().first(), 10);
        List<JoinedAudio.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            pieces.addAll(List.of(piece(tone), piece(pause)));
        }
        JoinedAudio joined = new JoinedAudio(TAG, pieces);
        Path file = write(joined);

        short[] samples = MediaTools.samples(file, 24_000);
        assertThat(samples).hasSize((int) (joined.frames() * 576));
        assertThat(MediaTools.declaredSeconds(file)).isCloseTo(joined.seconds(), within(0.001));
        assertThat(new Mp3File(file).getLengthInSeconds()).isEqualTo((long) joined.seconds());
        assertThat(MediaTools.complaints(file)).isEmpty();
    }

    @Test
    void eachChunkStartsWhereItsFramesDo() throws IOException {
        List<JoinedAudio.Piece> pieces = tonesWithPauses(25, 24_000);
        short[] samples = MediaTools.samples(write(new JoinedAudio(TAG, pieces)), 24_000);

        int start = 0;
        for (JoinedAudio.Piece piece : pieces) {
            int end = start + piece.run().frames() * 576;
            boolean pause = isSilence(piece);
            // The decoder has a delay of half a frame, and the last frames of a tone fade into the
            // next ones.
            int loudest = loudest(samples, start + 1_200, end);
            assertThat(loudest).satisfies(l -> assertThat(l > 1_000).isEqualTo(!pause));
            start = end;
        }
        assertThat(samples).hasSize(start);
    }

    @Test
    void nothingClicksAtASeam() throws IOException {
        List<JoinedAudio.Piece> pieces = tonesWithPauses(25, 24_000);
        short[] samples = MediaTools.samples(write(new JoinedAudio(TAG, pieces)), 24_000);

        // A sine of 500 Hz and amplitude 8,000 rises at most 1,050 from sample to sample.
        int steepest =
                IntStream.range(1, samples.length)
                        .map(i -> Math.abs(samples[i] - samples[i - 1]))
                        .max()
                        .orElseThrow();
        assertThat(steepest).isLessThan(1_300);
    }

    @Test
    void aPauseIsSilentAfterAnyFrame() throws IOException {
        Mp3 tone = Mp3.of(Tone.of(24_000, 0.5, 400));
        Mp3 pause = Mp3.silence(tone.run().first(), 42);
        short[] samples =
                MediaTools.samples(
                        write(new JoinedAudio(TAG, List.of(piece(tone), piece(pause)))), 24_000);

        int pauseStart = tone.run().frames() * 576;
        // 528 samples of decoder delay and one overlapping granule.
        assertThat(loudest(samples, pauseStart + 1_152, samples.length)).isZero();
    }

    @Test
    void otherSoftwareReadsTheTag() throws Exception {
        Path file = write(new JoinedAudio(TAG, tonesWithPauses(2, 24_000)));

        ID3v2 tag = new Mp3File(file).getId3v2Tag();
        assertThat(tag.getVersion()).isEqualTo("3.0");
        assertThat(tag.getTitle()).isEqualTo("Größe: “why” 为什么 🎧");
        assertThat(tag.getArtist()).isEqualTo("Ada Ferrer");
        assertThat(tag.getYear()).isEqualTo("2026");
        assertThat(tag.getAlbum()).isEqualTo("Ada’s blog");
        assertThat(tag.getGenreDescription()).isEqualTo("Podcast");
        assertThat(tag.getComment()).isEqualTo("https://blog.example.com/gr%C3%B6%C3%9Fe");
        assertThat(tag.getLyrics()).isEqualTo("Größe, spoken.");
        assertThat(tag.getChapters())
                .extracting(chapter -> chapter.getStartTime() + "-" + chapter.getEndTime())
                .containsExactly("0-400", "400-912");
        assertThat(tag.getChapterTOC().getFirst().getChildren()).containsExactly("chp0", "chp1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 700})
    void playersFindEveryChapter(int count) throws IOException {
        List<Id3Tag.Chapter> chapters =
                IntStream.range(0, count)
                        .mapToObj(i -> new Id3Tag.Chapter(i / 10.0, "Chapter " + i))
                        .toList();
        Path file = write(new JoinedAudio(tag(chapters, 100), tonesWithPauses(200, 24_000)));

        assertThat(MediaTools.chapters(file))
                .isEqualTo(
                        chapters.stream()
                                .map(
                                        c ->
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.6f|%s",
                                                        c.start(),
                                                        c.title()))
                                .toList());
        assertThat(MediaTools.complaints(file)).isEmpty();
    }

    private static Id3Tag tag(List<Id3Tag.Chapter> chapters, double seconds) {
        return Id3Tag.of(
                new Id3Tag.Metadata(
                        "Größe: “why” 为什么 🎧",
                        Optional.of("Ada Ferrer"),
                        Optional.of(Instant.parse("2026-11-18T07:05:00Z")),
                        Optional.of("https://blog.example.com/größe"),
                        "de-DE",
                        seconds,
                        chapters,
                        Optional.empty(),
                        Optional.of("Ada’s blog"),
                        "Größe, spoken."));
    }

    @Test
    void theSeekTableLeadsToEachPartOfTheTime() throws IOException {
        List<JoinedAudio.Piece> pieces = tonesWithPauses(40, 24_000);
        byte[] file = bytes(new JoinedAudio(TAG, pieces));
        int info = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Info");
        int audioStart = file.length - pieces.stream().mapToInt(p -> p.run().bytes()).sum();
        int infoStart = info - 13;

        for (int percent = 0; percent < 100; percent++) {
            int entry = file[info + 16 + percent] & 0xff;
            double at = (double) entry / 256 * (file.length - infoStart) + infoStart;
            double share = (at - audioStart) / (file.length - audioStart);
            assertThat(share * 100).isCloseTo(percent, within(1.5));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 48_000})
    void otherFormatsAreRefused(int sampleRate) {
        Mp3 one = Mp3.of(Tone.of(24_000, 0.2, 400));
        Mp3 other = Mp3.of(Tone.of(sampleRate, 0.2, 400));

        assertThatThrownBy(() -> new JoinedAudio(TAG, List.of(piece(one), piece(other))))
                .isInstanceOf(MixedFormatsException.class);
    }

    @Test
    void aPieceThatChangedFailsTheJoin() {
        Mp3 one = Mp3.of(Tone.of(24_000, 0.2, 400));
        Mp3 other = Mp3.of(Tone.of(24_000, 0.3, 400));
        JoinedAudio joined =
                new JoinedAudio(TAG, List.of(new JoinedAudio.Piece(one.run(), () -> other)));

        assertThatThrownBy(() -> joined.writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(UnreadableAudioException.class);
    }

    private static List<JoinedAudio.Piece> tonesWithPauses(int chunks, int sampleRate) {
        List<JoinedAudio.Piece> pieces = new ArrayList<>();
        List<Mp3> tones =
                IntStream.range(0, 7)
                        .mapToObj(i -> Mp3.of(Tone.of(sampleRate, 0.3 + i * 0.11, 500)))
                        .toList();
        for (int i = 0; i < chunks; i++) {
            Mp3 tone = tones.get(i % tones.size());
            pieces.add(piece(tone));
            pieces.add(piece(Mp3.silence(tone.run().first(), tone.run().format().frames(400))));
        }
        return pieces;
    }

    private static JoinedAudio.Piece piece(Mp3 mp3) {
        return new JoinedAudio.Piece(mp3.run(), () -> mp3);
    }

    private static boolean isSilence(JoinedAudio.Piece piece) throws IOException {
        byte[] bytes = piece.source().open().bytes();
        return IntStream.range(4, 100).allMatch(i -> bytes[i] == 0);
    }

    private static int loudest(short[] samples, int from, int to) {
        return IntStream.range(from, to).map(i -> Math.abs(samples[i])).max().orElse(0);
    }

    private Path write(JoinedAudio joined) throws IOException {
        Path file = folder.resolve("joined.mp3");
        Files.write(file, bytes(joined));
        return file;
    }

    private static byte[] bytes(JoinedAudio joined) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        joined.writeTo(out);
        return out.toByteArray();
    }
}
