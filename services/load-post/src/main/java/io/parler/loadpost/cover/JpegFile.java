package io.parler.loadpost.cover;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/// Parses the segments of a JPEG (ITU T.81, annex B) up to the first scan.
final class JpegFile {
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int BASELINE = 0xc0;
    private static final int EXTENDED = 0xc1;
    private static final int PROGRESSIVE = 0xc2;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final String EXIF = "Exif\0\0";
    private static final String ADOBE = "Adobe";
    private static final int TRANSFORM = 11;
    private static final int FOUR_INKS = 4;
    private static final int BYTES_PER_COEFFICIENT = 2;

    /// Ten are common.
    private static final int MOST_SCANS = 50;

    private final byte[] file;
    private final ByteCursor in;
    private final ByteArrayOutputStream bare;
    private int width;
    private int height;
    private int components;
    private boolean progressive;
    private Orientation orientation = Orientation.UPRIGHT;
    private CmykEncoding inks = CmykEncoding.PLAIN;

    private JpegFile(byte[] file) {
        this.file = file;
        in = ByteCursor.bigEndian(file);
        bare = new ByteArrayOutputStream(file.length);
    }

    static boolean matches(byte[] file) {
        return file.length > 3
                && (file[0] & 0xff) == 0xff
                && (file[1] & 0xff) == START_OF_IMAGE
                && (file[2] & 0xff) == 0xff;
    }

    static StrippedImage strip(byte[] file) throws UnreadableImageException {
        return new JpegFile(file).strip();
    }

    private StrippedImage strip() throws UnreadableImageException {
        in.skip(2).copySince(0, bare);
        int marker = marker();
        while (marker != START_OF_SCAN) {
            segment(marker);
            marker = marker();
        }
        if (components == 0) {
            throw UnreadableImageException.broken();
        }
        checkScans();
        int start = in.position() - 2;
        int inScan = in.skip(2).unsignedByte();
        in.skip(in.remaining()).copySince(start, bare);
        return new StrippedImage(
                StrippedImage.Format.JPEG,
                bare.toByteArray(),
                width,
                height,
                progressive || inScan < components ? components * BYTES_PER_COEFFICIENT : 0,
                orientation,
                components == FOUR_INKS ? Optional.of(inks) : Optional.empty());
    }

    /// Limits the scans: a few bytes make the decoder go through the whole image, without checking
    /// the deadline.
    private void checkScans() throws UnreadableImageException {
        int scans = 1;
        for (int i = in.position(); i + 1 < file.length; i++) {
            if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == START_OF_SCAN) {
                scans++;
            }
        }
        if (scans > MOST_SCANS) {
            throw new UnreadableImageException("The picture is written in too many parts.");
        }
    }

    /// Skips anything between segments, as all decoders do.
    private int marker() throws UnreadableImageException {
        while (in.unsignedByte() != 0xff) {}
        int marker = in.unsignedByte();
        while (marker == 0xff) {
            marker = in.unsignedByte();
        }
        return marker;
    }

    private void segment(int marker) throws UnreadableImageException {
        if (marker <= 0x01 || (marker >= 0xd0 && marker <= START_OF_IMAGE)) {
            return; // markers without a segment
        }
        if (marker == END_OF_IMAGE) {
            throw UnreadableImageException.broken();
        }
        int start = in.position() - 2;
        byte[] content = in.take(in.unsignedShort() - 2);
        switch (marker) {
            case BASELINE, EXTENDED, PROGRESSIVE -> frame(marker, content);
            case APP1 -> exif(content);
            case APP14 -> adobe(content);
            default -> {}
        }
        boolean kept =
                marker == APP14
                        || (marker == APP0 && startsWith(content, "JFIF\0"))
                        || (marker != COMMENT && (marker < APP0 || marker > APP15));
        if (kept) {
            // Starts with one FF, however many precede it.
            in.copySince(start, bare);
        }
    }

    private void frame(int marker, byte[] content) throws UnreadableImageException {
        if (components != 0) {
            throw UnreadableImageException.broken();
        }
        ByteCursor frame = ByteCursor.bigEndian(content).skip(1);
        height = frame.unsignedShort();
        width = frame.unsignedShort();
        components = frame.unsignedByte();
        progressive = marker == PROGRESSIVE;
    }

    private void exif(byte[] content) {
        if (startsWith(content, EXIF)) {
            orientation =
                    Orientation.ofExif(Arrays.copyOfRange(content, EXIF.length(), content.length));
        }
    }

    private void adobe(byte[] content) {
        if (startsWith(content, ADOBE) && content.length > TRANSFORM) {
            inks = content[TRANSFORM] == 2 ? CmykEncoding.ADOBE_YCCK : CmykEncoding.ADOBE;
        }
    }

    private static boolean startsWith(byte[] content, String mark) {
        for (int i = 0; i < mark.length(); i++) {
            if (i >= content.length || content[i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
