package io.parler.conversion.mp3;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// One MP3 file of many pieces: tag, Info frame, then every frame. The pieces' bytes are asked for
/// one at a time while it is written, so memory doesn't grow with its length.
public final class JoinedAudio {
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
                throw new MixedFormats(format, piece.run().format());
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
        for (Piece piece : pieces) {
            Mp3 audio = piece.source().open();
            if (!audio.run().equals(piece.run())) {
                throw new UnreadableAudio(
                        "a piece changed: " + piece.run() + " became " + audio.run());
            }
            out.write(audio.bytes());
        }
    }
}
