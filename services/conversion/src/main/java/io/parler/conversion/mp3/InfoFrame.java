package io.parler.conversion.mp3;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The silent first frame, with the number of frames and bytes and a seek table: where each
/// hundredth of the time begins (the Xing header; "Info" if the bit rate is constant).
final class InfoFrame {
    private static final int FRAMES_BYTES_TOC_QUALITY = 0x0f;
    private static final int TOC_ENTRIES = 100;
    private static final int XING_LENGTH = 4 + 4 + 4 + 4 + TOC_ENTRIES + 4;

    private InfoFrame() {}

    static int length(FrameHeader like) {
        return header(like).frameLength();
    }

    /// It has no LAME extension: players that support it would cut the encoder delay off the start
    /// and shift every time in the transcript by 46 ms, while others would not.
    static byte[] of(List<FrameRun> runs) {
        FrameHeader header = header(runs.getFirst().first());
        byte[] frame = new byte[header.frameLength()];
        Mp3.writeHeader(header, frame, 0);
        long frames = runs.stream().mapToLong(FrameRun::frames).sum();
        long bytes = frame.length + runs.stream().mapToLong(FrameRun::bytes).sum();
        ByteBuffer.wrap(frame)
                .position(header.mainDataOffset())
                .put((isConstant(runs) ? "Info" : "Xing").getBytes(StandardCharsets.ISO_8859_1))
                .putInt(FRAMES_BYTES_TOC_QUALITY)
                .putInt((int) frames)
                .putInt((int) bytes)
                .put(tableOfContents(runs, frame.length, frames, bytes))
                .putInt(0);
        return frame;
    }

    private static FrameHeader header(FrameHeader like) {
        return like.withRoomFor(like.plain().mainDataOffset() + XING_LENGTH);
    }

    private static boolean isConstant(List<FrameRun> runs) {
        return runs.stream().map(run -> run.first().kilobitsPerSecond()).distinct().count() == 1;
    }

    /// Entry i is the byte at which i % of the time has passed, in 256ths of the file.
    private static byte[] tableOfContents(
            List<FrameRun> runs, int infoLength, long frames, long bytes) {
        byte[] table = new byte[TOC_ENTRIES];
        int run = 0;
        long runFrame = 0;
        long runByte = infoLength;
        for (int i = 0; i < TOC_ENTRIES; i++) {
            double frame = (double) frames * i / TOC_ENTRIES;
            while (run < runs.size() - 1 && frame >= runFrame + runs.get(run).frames()) {
                runFrame += runs.get(run).frames();
                runByte += runs.get(run).bytes();
                run++;
            }
            FrameRun current = runs.get(run);
            double within = current.frames() == 0 ? 0 : (frame - runFrame) / current.frames();
            double at = runByte + within * current.bytes();
            table[i] = (byte) Math.min(255, (int) (at * 256 / bytes));
        }
        return table;
    }
}
