package io.parler.conversion.mp3;

/// What must be known of some frames to join them before their bytes are at hand.
public record FrameRun(FrameHeader first, int frames, int bytes) {
    public FrameRun {
        if (frames < 0 || bytes < 0) {
            throw new IllegalArgumentException(frames + " frames, " + bytes + " bytes");
        }
    }

    public Mp3Format format() {
        return first.format();
    }

    public double seconds() {
        return format().seconds(frames);
    }
}
