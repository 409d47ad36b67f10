package io.parler.conversion.mp3;

import java.util.Optional;

/// The four bytes before each frame of MPEG-1, 2 or 2.5 layer III (ISO 11172-3 and 13818-3,
/// 2.4.2.3).
public record FrameHeader(int bits) {
    public static final int LENGTH = 4;

    private static final int[] KBPS_1 = {
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
    };
    private static final int[] KBPS_2 = {
        0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
    };
    private static final int[] HERTZ_1 = {44_100, 48_000, 32_000};

    private static final int VERSION_1 = 3;
    private static final int VERSION_2 = 2;
    private static final int VERSION_RESERVED = 1;
    private static final int LAYER_3 = 1;
    private static final int MONO = 3;

    public FrameHeader {
        if (!isValid(bits)) {
            throw new IllegalArgumentException(
                    "not a layer III frame header: " + Integer.toHexString(bits));
        }
    }

    /// The header at `offset`, if there is one. Free-format frames (bit rate 0) are not supported:
    /// no voice provider makes them.
    public static Optional<FrameHeader> at(byte[] data, int offset) {
        if (offset < 0 || offset + LENGTH > data.length) {
            return Optional.empty();
        }
        int bits =
                ((data[offset] & 0xff) << 24)
                        | ((data[offset + 1] & 0xff) << 16)
                        | ((data[offset + 2] & 0xff) << 8)
                        | (data[offset + 3] & 0xff);
        return isValid(bits) ? Optional.of(new FrameHeader(bits)) : Optional.empty();
    }

    private static boolean isValid(int bits) {
        int bitRate = (bits >>> 12) & 15;
        return (bits >>> 21) == 0x7ff
                && ((bits >>> 19) & 3) != VERSION_RESERVED
                && ((bits >>> 17) & 3) == LAYER_3
                && bitRate != 0
                && bitRate != 15
                && ((bits >>> 10) & 3) != 3;
    }

    /// The format, which must be the same in all frames of a stream.
    public Mp3Format format() {
        return new Mp3Format(sampleRate(), channels());
    }

    /// In hertz. It determines the MPEG version: each of the nine rates belongs to one.
    public int sampleRate() {
        int hertz = HERTZ_1[(bits >>> 10) & 3];
        return switch (version()) {
            case VERSION_1 -> hertz;
            case VERSION_2 -> hertz / 2;
            default -> hertz / 4;
        };
    }

    public int channels() {
        return ((bits >>> 6) & 3) == MONO ? 1 : 2;
    }

    public int kilobitsPerSecond() {
        return kilobitsPerSecond((bits >>> 12) & 15);
    }

    /// Bytes of the whole frame, this header included.
    public int frameLength() {
        return lengthAt(kilobitsPerSecond()) + ((bits >>> 9) & 1);
    }

    /// Bytes from the frame's start to its main data: header, checksum if there is one, side
    /// information.
    public int mainDataOffset() {
        return LENGTH + (hasChecksum() ? 2 : 0) + sideInfoLength();
    }

    boolean hasChecksum() {
        return ((bits >>> 16) & 1) == 0;
    }

    /// The header without a checksum, a padding byte and joint stereo.
    public FrameHeader plain() {
        return new FrameHeader((bits | (1 << 16)) & ~((1 << 9) | (1 << 8) | 0x3f));
    }

    /// The plain header with the lowest bit rate at which a frame has room for `bytes`.
    public FrameHeader withRoomFor(int bytes) {
        for (int index = 1; index < 15; index++) {
            if (lengthAt(kilobitsPerSecond(index)) >= bytes) {
                return new FrameHeader((plain().bits & ~(15 << 12)) | (index << 12));
            }
        }
        throw new IllegalArgumentException("no frame has room for " + bytes + " bytes");
    }

    private int version() {
        return (bits >>> 19) & 3;
    }

    private int kilobitsPerSecond(int index) {
        return (version() == VERSION_1 ? KBPS_1 : KBPS_2)[index];
    }

    private int lengthAt(int kilobits) {
        return (version() == VERSION_1 ? 144 : 72) * kilobits * 1000 / sampleRate();
    }

    int sideInfoLength() {
        if (version() == VERSION_1) {
            return channels() == 1 ? 17 : 32;
        }
        return channels() == 1 ? 9 : 17;
    }
}
