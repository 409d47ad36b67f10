package io.parler.conversion.mp3;

import java.util.Optional;

/// Changes the volume of MP3 frames without decoding them: each granule has a global gain in steps
/// of 1.5 dB (ISO 11172-3, 2.4.3.4.7.1), as mp3gain changes it.
final class GainChange {
    /// The decibels of one step: a factor of 2^(1/4).
    static final double STEP = 20 * Math.log10(Math.pow(2, 0.25));

    private static final int PART2_3_LENGTH = 12;
    private static final int BIG_VALUES = 9;
    private static final int GLOBAL_GAIN = 8;
    private static final int MAX_GAIN = 255;

    private GainChange() {}

    /// Changes all frames in `frames`.
    static void apply(byte[] frames, int steps) {
        FrameReader reader = new FrameReader(frames);
        for (Optional<FrameReader.Frame> next = reader.next();
                next.isPresent();
                next = reader.next()) {
            apply(frames, next.get(), steps);
        }
    }

    private static void apply(byte[] data, FrameReader.Frame frame, int steps) {
        FrameHeader header = frame.header();
        boolean version1 = header.sampleRate() >= 32_000;
        boolean mono = header.channels() == 1;
        int sideInfo = frame.offset() + header.mainDataOffset() - header.sideInfoLength();
        int bit = version1 ? (mono ? 9 + 5 + 4 : 9 + 3 + 8) : (mono ? 8 + 1 : 8 + 2);
        int granuleLength = version1 ? 59 : 63;
        int granules = header.channels() * (version1 ? 2 : 1);
        for (int granule = 0; granule < granules; granule++) {
            int start = sideInfo * 8 + bit + granule * granuleLength;
            boolean silent = read(data, start, PART2_3_LENGTH) == 0;
            int at = start + PART2_3_LENGTH + BIG_VALUES;
            if (!silent) {
                int gain = read(data, at, GLOBAL_GAIN) + steps;
                write(data, at, GLOBAL_GAIN, Math.clamp(gain, 0, MAX_GAIN));
            }
        }
        if (header.hasChecksum()) {
            Checksum.write(data, frame.offset(), header);
        }
    }

    private static int read(byte[] data, int bit, int length) {
        int value = 0;
        for (int i = bit; i < bit + length; i++) {
            value = (value << 1) | ((data[i >> 3] >> (7 - (i & 7))) & 1);
        }
        return value;
    }

    private static void write(byte[] data, int bit, int length, int value) {
        for (int i = 0; i < length; i++) {
            int at = bit + i;
            int mask = 1 << (7 - (at & 7));
            boolean set = ((value >> (length - 1 - i)) & 1) == 1;
            data[at >> 3] = (byte) (set ? data[at >> 3] | mask : data[at >> 3] & ~mask);
        }
    }

    /// The checksum of a frame: CRC-16 of the second half of the header and the side information.
    private static final class Checksum {
        private static final int POLYNOMIAL = 0x8005;

        static void write(byte[] data, int offset, FrameHeader header) {
            int crc = 0xffff;
            crc = update(crc, data, offset + 2, 2);
            crc = update(crc, data, offset + FrameHeader.LENGTH + 2, header.sideInfoLength());
            data[offset + FrameHeader.LENGTH] = (byte) (crc >> 8);
            data[offset + FrameHeader.LENGTH + 1] = (byte) crc;
        }

        private static int update(int crc, byte[] data, int from, int length) {
            int value = crc;
            for (int i = from; i < from + length; i++) {
                value ^= (data[i] & 0xff) << 8;
                for (int bit = 0; bit < 8; bit++) {
                    value = (value & 0x8000) != 0 ? (value << 1) ^ POLYNOMIAL : value << 1;
                }
                value &= 0xffff;
            }
            return value;
        }
    }
}
