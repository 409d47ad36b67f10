package io.parler.conversion.mp3;

import io.parler.time.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One MP3 file joined from many pieces: a tag, the Info frame, then all audio frames. The bytes
/// of a piece are loaded shortly before they are written, so memory does not grow with the length.
public final class JoinedAudio {
    /// The maximum number of bytes loaded ahead of what is written: enough pieces at once that
    /// latency does not slow down the join.
    private static final int MAX_BYTES_AHEAD = 4 << 20;

    private static final int MAX_PIECES_AHEAD = 16;

    /// Some frames, whose bytes are loaded when they are needed.
    public record Piece(FrameRun run, Source source) {}

    /// Loads the bytes of a piece.
    @FunctionalInterface
    public interface Source {
        Mp3 open() throws IOException;
    }

    private final Id3Tag tag;
    private final List<Piece> pieces;
    private final Mp3Format format;

    /// @throws MixedFormatsException if the pieces do not have the same format
    public JoinedAudio(Id3Tag tag, List<Piece> pieces) {
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("nothing to join");
        }
        this.tag = tag;
        this.pieces = List.copyOf(pieces);
        this.format = pieces.getFirst().run().format();
        for (Piece piece : pieces) {
            if (!piece.run().format().equals(format)) {
                throw new MixedFormatsException(format, piece.run().format());
            }
        }
    }

    public long frames() {
        return pieces.stream().mapToLong(piece -> piece.run().frames()).sum();
    }

    /// The length after decoding, exact to the sample.
    public double seconds() {
        return format.seconds(frames());
    }

    /// Bytes of the whole file.
    public long length() {
        return tag.bytes().length
                + InfoFrame.length(pieces.getFirst().run().first())
                + pieces.stream().mapToLong(piece -> piece.run().bytes()).sum();
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(tag.bytes());
        out.write(InfoFrame.of(pieces.stream().map(Piece::run).toList()));
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        work -> Thread.ofVirtual().unstarted(Deadline.inherited(work)))) {
            try {
                writePieces(out, threads);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /// A piece that is being loaded.
    private record PendingPiece(Piece piece, Future<Mp3> audio) {}

    private void writePieces(OutputStream out, ExecutorService threads) throws IOException {
        Queue<PendingPiece> pending = new ArrayDeque<>();
        Iterator<Piece> next = pieces.iterator();
        long bytesAhead = 0;
        while (next.hasNext() || !pending.isEmpty()) {
            while (next.hasNext()
                    && (pending.isEmpty()
                            || (bytesAhead < MAX_BYTES_AHEAD
                                    && pending.size() < MAX_PIECES_AHEAD))) {
                Piece piece = next.next();
                pending.add(new PendingPiece(piece, threads.submit(piece.source()::open)));
                bytesAhead += piece.run().bytes();
            }
            PendingPiece first = pending.remove();
            bytesAhead -= first.piece().run().bytes();
            Mp3 audio = await(first.audio());
            if (!audio.run().equals(first.piece().run())) {
                throw new UnreadableAudioException(
                        "a piece changed: " + first.piece().run() + " became " + audio.run());
            }
            audio.writeTo(out);
        }
    }

    private static Mp3 await(Future<Mp3> audio) throws IOException {
        try {
            return audio.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException().initCause(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException unreadable -> throw unreadable;
                case RuntimeException outage -> throw outage;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
