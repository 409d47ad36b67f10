package io.parler.conversion.mp3;

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

/// One MP3 file of many pieces: tag, Info frame, then every frame. The pieces' bytes are asked for
/// while it is written, a few pieces ahead, so memory doesn't grow with its length.
public final class JoinedAudio {
    /// Bytes that may be asked for ahead of what is written: enough pieces at once that it is not
    /// their way here that takes the time.
    private static final int MAX_BYTES_AHEAD = 4 << 20;

    private static final int MAX_PIECES_AHEAD = 16;

    /// Frames whose bytes come when they are needed.
    public record Piece(FrameRun run, Source source) {}

    /// Where a piece's bytes come from.
    @FunctionalInterface
    public interface Source {
        Mp3 open() throws IOException;
    }

    private final Id3Tag tag;
    private final List<Piece> pieces;
    private final Mp3Format format;

    /// @throws MixedFormats if the pieces are not of one format
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

    /// The length that a decoder finds, to the sample.
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
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                writePieces(out, threads);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /// A piece on its way.
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
