package io.parler.conversion.mp3;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads the audio frames of an MP3 file. It skips tags, a leading Xing, Info or VBRI frame, stray
/// bytes between frames, and an incomplete frame at the end.
public final class FrameReader {
    /// A frame's header and where it starts.
    public record Frame(FrameHeader header, int offset) {
        public int end() {
            return offset + header.frameLength();
        }
    }

    private final byte[] data;
    private final int end;
    private int position;
    private boolean first = true;

    /// The data is not copied: an hour of audio is 20 MB.
    FrameReader(byte[] data) {
        this.data = data;
        this.position = afterLeadingTags();
        this.end = beforeTrailingTag();
    }

    /// The next audio frame; empty at the end.
    public Optional<Frame> next() {
        while (position + FrameHeader.LENGTH <= end) {
            Optional<Frame> frame = frameAt(position);
            if (frame.isEmpty()) {
                position++;
                continue;
            }
            position = frame.get().end();
            boolean infoFrame = first && isInfoFrame(frame.get());
            first = false;
            if (!infoFrame) {
                return frame;
            }
        }
        return Optional.empty();
    }

    /// A header only counts if the next one, or the end, follows its frame: the eleven sync bits
    /// alone also occur in audio.
    private Optional<Frame> frameAt(int offset) {
        return FrameHeader.at(data, offset)
                .map(header -> new Frame(header, offset))
                .filter(frame -> frame.end() == end || isFollowedByFrame(frame));
    }

    private boolean isFollowedByFrame(Frame frame) {
        if (frame.end() > end) {
            return false;
        }
        if (frame.end() + FrameHeader.LENGTH > end) {
            return true;
        }
        return FrameHeader.at(data, frame.end())
                .filter(next -> next.format().equals(frame.header().format()))
                .isPresent();
    }

    private boolean isInfoFrame(Frame frame) {
        int mainData = frame.offset() + frame.header().mainDataOffset();
        return isAt("Xing", mainData)
                || isAt("Info", mainData)
                || isAt("VBRI", frame.offset() + FrameHeader.LENGTH + 32);
    }

    /// The offset after the ID3v2 tags, of which there may be several, each with the optional
    /// footer of 2.4.
    private int afterLeadingTags() {
        int at = 0;
        while (isAt("ID3", at) && at + 10 <= data.length) {
            int size = 0;
            for (int i = 6; i < 10; i++) {
                size = (size << 7) | (data[at + i] & 0x7f);
            }
            boolean footer = (data[at + 5] & 0x10) != 0;
            at += 10 + size + (footer ? 10 : 0);
        }
        return Math.min(at, data.length);
    }

    private int beforeTrailingTag() {
        int tag = data.length - 128;
        return tag >= position && isAt("TAG", tag) ? tag : data.length;
    }

    private boolean isAt(String marker, int offset) {
        byte[] wanted = marker.getBytes(StandardCharsets.ISO_8859_1);
        if (offset < 0 || offset + wanted.length > data.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (data[offset + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
