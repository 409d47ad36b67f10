package io.parler.loadpost.cover;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/// A JPEG's segments (ITU T.81, annex B), up to the first scan.
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

    /// Programs write about ten.
    private static final int MOST_SCANS = 50;

    private final byte[] file;
    private final ByteCursor in;
    private final ByteArrayOutputStream bare;
    private int width;
    private int height;
    private int components;
    private boolean progressive;
    private Orientation orientation = Orientation.UPRIGHT;
    private Inks inks = Inks.PLAIN;

    private JpegFile(byte[] file) {
        this.file = file;
        in = ByteCursor.bigEndian(file);
        bare = new ByteArrayOutputStream(file.length);
    }

    static boolean begins(byte[] file) {
        return file.length > 3
                && (file[0] & 0xff) == 0xff
                && (file[1] & 0xff) == START_OF_IMAGE
                && (file[2] & 0xff) == 0xff;
    }

    static BarePicture bare(byte[] file) throws NotReadable {
        return new JpegFile(file).bare();
    }

    private BarePicture bare() throws NotReadable {
        in.skip(2).copySince(0, bare);
        int marker = marker();
        while (marker != START_OF_SCAN) {
            segment(marker);
            marker = marker();
        }
        if (components == 0) {
            throw NotReadable.broken();
        }
        checkScans();
        int start = in.position() - 2;
        int inScan = in.skip(2).unsignedByte();
        in.skip(in.left()).copySince(start, bare);
        return new BarePicture(
                BarePicture.Format.JPEG,
                bare.toByteArray(),
                width,
                height,
                progressive || inScan < components ? components * BYTES_PER_COEFFICIENT : 0,
                orientation,
                components == FOUR_INKS ? Optional.of(inks) : Optional.empty());
    }

    /// A few bytes are a scan through all of the picture, and no clock is looked at meanwhile.
    private void checkScans() throws NotReadable {
        int scans = 1;
        for (int i = in.position(); i + 1 < file.length; i++) {
            if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == START_OF_SCAN) {
                scans++;
            }
        }
        if (scans > MOST_SCANS) {
            throw new NotReadable("The picture is written in too many parts.");
        }
    }

    /// Whatever lies between segments is passed over, as all readers do.
    private int marker() throws NotReadable {
        while (in.unsignedByte() != 0xff) {}
        int marker = in.unsignedByte();
        while (marker == 0xff) {
            marker = in.unsignedByte();
        }
        return marker;
    }

    private void segment(int marker) throws NotReadable {
        if (marker <= 0x01 || (marker >= 0xd0 && marker <= START_OF_IMAGE)) {
            return; // markers without a segment
        }
        if (marker == END_OF_IMAGE) {
            throw NotReadable.broken();
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
            // Beginning with its own FF, whatever number of them was before it.
            in.copySince(start, bare);
        }
    }

    private void frame(int marker, byte[] content) throws NotReadable {
        if (components != 0) {
            throw NotReadable.broken();
        }
        var frame = ByteCursor.bigEndian(content).skip(1);
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
            inks = content[TRANSFORM] == 2 ? Inks.ADOBE_YCCK : Inks.ADOBE;
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
