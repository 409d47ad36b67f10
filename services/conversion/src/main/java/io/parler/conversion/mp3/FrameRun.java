package io.parler.conversion.mp3;

/// A number of frames in a row, without their bytes: what is needed to plan a joined file.
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
