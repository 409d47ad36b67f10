package io.parler.conversion.mp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.time.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JoinedAudioTest {
    private static final FrameHeader HEADER = new FrameHeader(0xfff364c4);

    @Test
    void piecesAreFetchedConcurrentlyAndWrittenInOrder() throws IOException {
        CountDownLatch four = new CountDownLatch(4);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        joined(
                        IntStream.rangeClosed(1, 40)
                                .mapToObj(
                                        frames ->
                                                piece(
                                                        frames,
                                                        () -> {
                                                            four.countDown();
                                                            assertThat(wait(four)).isTrue();
                                                        }))
                                .toList())
                .writeTo(out);

        assertThat(Mp3.of(out.toByteArray()).run().frames()).isEqualTo(40 * 41 / 2);
    }

    @Test
    void piecesAreFetchedWithTheDeadlineInScope() throws Exception {
        Deadline deadline = Deadline.in(Duration.ofHours(1));
        Set<Optional<Deadline>> seen = ConcurrentHashMap.newKeySet();
        JoinedAudio audio =
                joined(
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(
                                        frames -> piece(frames, () -> seen.add(Deadline.current())))
                                .toList());

        deadline.call(
                () -> {
                    audio.writeTo(OutputStream.nullOutputStream());
                    return audio;
                });

        assertThat(seen).containsExactly(Optional.of(deadline));
    }

    @Test
    void theBytesFetchedAheadAreLimited() throws IOException {
        int frames = 10_000;
        long length = Mp3.silentRun(HEADER, frames).bytes();
        AtomicInteger opened = new AtomicInteger();
        AtomicLong written = new AtomicLong();
        AtomicLong mostAhead = new AtomicLong();
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        written.incrementAndGet();
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int count) {
                        written.addAndGet(count);
                    }
                };

        joined(
                        IntStream.range(0, 12)
                                .mapToObj(
                                        _ ->
                                                piece(
                                                        frames,
                                                        () ->
                                                                mostAhead.accumulateAndGet(
                                                                        opened.incrementAndGet()
                                                                                        * length
                                                                                - written.get(),
                                                                        Math::max)))
                                .toList())
                .writeTo(out);

        assertThat(opened).hasValue(12);
        assertThat(mostAhead.get()).isLessThanOrEqualTo((4 << 20) + 2 * length);
    }

    @Test
    void aMissingPieceFailsTheJoin() {
        JoinedAudio joined =
                joined(
                        List.of(
                                piece(3, () -> {}),
                                piece(
                                        4,
                                        () -> {
                                            throw new IllegalStateException("gone");
                                        })));

        assertThatThrownBy(() -> joined.writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("gone");
    }

    private static JoinedAudio.Piece piece(int frames, Runnable first) {
        return new JoinedAudio.Piece(
                Mp3.silentRun(HEADER, frames),
                () -> {
                    first.run();
                    return Mp3.silence(HEADER, frames);
                });
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static JoinedAudio joined(List<JoinedAudio.Piece> pieces) {
        return new JoinedAudio(
                Id3Tag.of(
                        new Id3Tag.Metadata(
                                "T",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "en",
                                1,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                "")),
                pieces);
    }
}
