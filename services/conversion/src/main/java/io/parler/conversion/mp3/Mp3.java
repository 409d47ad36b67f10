package io.parler.conversion.mp3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// The audio frames of an MP3 file, all of one format, without tags and Info frame.
public final class Mp3 {
    /// The decibels of one step of [#withGain(int)].
    public static final double GAIN_STEP = GainChange.STEP;

    private final FrameRun run;
    private final byte[] bytes;

    private Mp3(FrameRun run, byte[] bytes) {
        this.run = run;
        this.bytes = bytes;
    }

    /// The audio of an MP3 file.
    ///
    /// @throws UnreadableAudioException if the file has no frame
    /// @throws MixedFormatsException if its frames differ in sample rate or channels
    public static Mp3 of(byte[] file) {
        FrameReader reader = new FrameReader(file);
        FrameReader.Frame first =
                reader.next()
                        .orElseThrow(
                                () -> new UnreadableAudioException("no MP3 frame in the audio"));
        Mp3Format format = first.header().format();
        ByteArrayOutputStream frames = new ByteArrayOutputStream(file.length);
        int count = 0;
        for (Optional<FrameReader.Frame> next = Optional.of(first);
                next.isPresent();
                next = reader.next()) {
            FrameReader.Frame frame = next.get();
            if (!frame.header().format().equals(format)) {
                throw new MixedFormatsException(format, frame.header().format());
            }
            frames.write(file, frame.offset(), frame.header().frameLength());
            count++;
        }
        return new Mp3(new FrameRun(first.header(), count, frames.size()), frames.toByteArray());
    }

    /// Silence for a stream with frames like `like`. The side information is zero: a frame uses
    /// nothing of the bit reservoir and decodes to silence.
    public static Mp3 silence(FrameHeader like, int frames) {
        FrameRun run = silentRun(like, frames);
        FrameHeader header = run.first();
        int length = header.frameLength();
        byte[] bytes = new byte[run.bytes()];
        for (int at = 0; at < bytes.length; at += length) {
            writeHeader(header, bytes, at);
        }
        return new Mp3(run, bytes);
    }

    /// The frames of that silence, before it is made.
    public static FrameRun silentRun(FrameHeader like, int frames) {
        FrameHeader header = like.plain();
        return new FrameRun(header, frames, header.frameLength() * frames);
    }

    static void writeHeader(FrameHeader header, byte[] into, int at) {
        for (int i = 0; i < FrameHeader.LENGTH; i++) {
            into[at + i] = (byte) (header.bits() >>> (24 - 8 * i));
        }
    }

    /// The same audio, louder or quieter by so many steps, without encoding it again.
    public Mp3 withGain(int steps) {
        if (steps == 0) {
            return this;
        }
        byte[] changed = bytes.clone();
        GainChange.apply(changed, steps);
        return new Mp3(run, changed);
    }

    public FrameRun run() {
        return run;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
