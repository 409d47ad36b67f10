package io.parler.loadpost.cover;

import static io.parler.loadpost.cover.TestImages.file;
import static io.parler.loadpost.cover.TestImages.halves;
import static io.parler.loadpost.cover.TestImages.inserted;
import static io.parler.loadpost.cover.TestImages.progressive;
import static io.parler.loadpost.cover.TestImages.written;

import io.parler.time.Deadline;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.DeflaterOutputStream;

/// Images that are made to be expensive. Run as a process, which prints a line for each.
final class HostileImages {
    private static final int HEADER_OF_PNG = 33;
    private static final Duration TIME = Duration.ofSeconds(3);

    private HostileImages() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("png-of-3600-megapixels", () -> png(60_000, 60_000, 8, 0, 0, 1_000_000));
        all.put("png-of-zeros", () -> png(7_000, 7_000, 8, 0, 0, 49_007_000));
        all.put("png-of-deep-zeros", () -> png(7_000, 7_000, 16, 6, 0, 392_007_000));
        all.put("png-of-laced-zeros", () -> png(5_000, 5_000, 16, 6, 1, 200_100_000));
        all.put("png-of-long-rows", () -> png(30_000, 1_600, 16, 6, 0, 384_001_600));
        all.put("png-of-one-row", () -> png(50_000_000, 1, 16, 6, 0, 1_000));
        all.put("png-of-nothing", () -> png(0, 10, 8, 0, 0, 100));
        all.put("png-below-nothing", () -> png(-10, 10, 8, 0, 0, 100));
        all.put("png-without-its-data", () -> png(7_000, 7_000, 8, 0, 0, 10));
        all.put("png-with-a-long-text", HostileImages::pngWithText);
        all.put("png-of-many-chunks", HostileImages::pngOfManyChunks);
        all.put("gif-of-4295-megapixels", () -> patched(written("gif", 16, 16), at("gif"), -1));
        all.put("gif-of-49-megapixels", () -> gif(7_000));
        all.put("gif-of-many-comments", HostileImages::gifOfComments);
        all.put("jpeg-of-4225-megapixels", () -> jpeg(written("jpeg", 16, 16), 65_000));
        all.put("jpeg-of-49-megapixels", () -> jpeg(written("jpeg", 16, 16), 7_000));
        all.put("progressive-of-49-megapixels", () -> jpeg(progressive(16, 16), 7_000));
        all.put("progressive-of-16-megapixels", () -> jpeg(progressive(16, 16), 4_000));
        all.put("progressive-of-many-scans", () -> jpegOfScans(100_000));
        all.put("progressive-of-some-scans", () -> jpegOfScans(38));
        all.put("lossy-webp-of-268-megapixels", () -> lossyWebp(0x3fff));
        all.put("lossy-webp-of-4-megapixels", () -> lossyWebp(2_100));
        all.put("lossless-webp-of-268-megapixels", () -> losslessWebp(0x3fff));
        all.put("lossless-webp-of-12-megapixels", () -> losslessWebp(3_500));
        all.put("bmp-of-many-megapixels", () -> patched(written("bmp", 16, 16), 19, 0x7f7f_7f7f));
        all.put("bmp-of-minus-many", () -> patched(written("bmp", 16, 16), 22, 0x80));
        all.put("bmp-of-many-colours", () -> patched(written("bmp", 16, 16), 46, 0x7fff_ff7f));
        all.put("bmp-with-a-jpeg-inside", () -> patched(written("bmp", 16, 16), 30, 0x0400_0000));
        return all;
    }

    /// Makes a cover of each, and then of small images that are broken in many ways. Prints how it
    /// ended and how much CPU time it took.
    public static void main(String[] args) {
        all().forEach((name, image) -> report(name, image.get()));
        Random random = new Random(1);
        for (String format : new String[] {"jpeg", "png", "gif", "bmp"}) {
            makeOfBroken(format, written(format, 60, 40), random);
        }
        makeOfBroken("progressive", progressive(60, 40), random);
        for (String name :
                new String[] {
                    "lossless.webp",
                    "lossy.webp",
                    "transparent-lossy.webp",
                    "transparent-lossless.webp",
                    "animated.webp",
                    "inks.jpg"
                }) {
            makeOfBroken(name, file(name), random);
        }
    }

    private static void report(String name, byte[] image) {
        long start = cpuNanos();
        print(name, make(image) instanceof CoverResult.Found ? "cover" : "no-picture", start);
    }

    private static void makeOfBroken(String name, byte[] image, Random random) {
        long start = cpuNanos();
        for (int length = 0; length < image.length; length += 1 + image.length / 100) {
            make(Arrays.copyOf(image, length));
        }
        for (int i = 0; i < 500; i++) {
            byte[] copy = image.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt();
            }
            make(copy);
        }
        print("broken-" + name, "ended", start);
    }

    /// The deadline is on CPU time, so that a busy machine changes nothing.
    private static CoverResult make(byte[] image) {
        return CoverMaker.make(image, Deadline.in(TIME, HostileImages::cpuNanos));
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String name, String end, long start) {
        System.out.println(name + " " + end + " " + (cpuNanos() - start) / 1_000_000);
    }

    private static byte[] png(int width, int height, int depth, int colours, int laced, int data) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) colours).putShort((short) 0).put((byte) laced);
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", deflated(data));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] pngWithText() {
        var text = new ByteArrayOutputStream();
        text.writeBytes("Comment\0\0".getBytes(StandardCharsets.US_ASCII));
        text.writeBytes(deflated(1_000_000_000));
        var chunk = new ByteArrayOutputStream();
        chunk(chunk, "zTXt", text.toByteArray());
        return inserted(written("png", palette()), HEADER_OF_PNG, chunk.toByteArray());
    }

    /// Decoders read all texts of a PNG with a palette.
    private static BufferedImage palette() {
        return halves(16, 16, BufferedImage.TYPE_BYTE_INDEXED);
    }

    private static byte[] pngOfManyChunks() {
        var chunks = new ByteArrayOutputStream();
        for (int i = 0; i < 700_000; i++) {
            chunk(chunks, "IDAT", new byte[0]);
        }
        return inserted(written("png", 16, 16), HEADER_OF_PNG, chunks.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
        out.writeBytes(new byte[4]);
    }

    private static byte[] deflated(int zeros) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            byte[] some = new byte[100_000];
            for (int left = zeros; left > 0; left -= some.length) {
                out.write(some, 0, Math.min(left, some.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Changes the size in the image descriptor, after separator and position.
    private static int at(String format) {
        byte[] gif = written(format, 16, 16);
        int descriptor = 13 + (3 << ((gif[10] & 7) + 1));
        while (gif[descriptor] != 0x2c) {
            descriptor++;
        }
        return descriptor + 5;
    }

    private static byte[] gif(int edge) {
        return patched(
                written("gif", 16, 16), at("gif"), Integer.reverseBytes((edge << 16) | edge));
    }

    private static byte[] gifOfComments() {
        var comments = new ByteArrayOutputStream();
        comments.write(0x21);
        comments.write(0xfe);
        byte[] block = new byte[256];
        block[0] = (byte) 0xff;
        for (int i = 0; i < 39_000; i++) {
            comments.writeBytes(block);
        }
        comments.write(0);
        return inserted(written("gif", 16, 16), at("gif") - 5, comments.toByteArray());
    }

    /// Changes height and width in the frame header, after marker, length and precision.
    private static byte[] jpeg(byte[] jpeg, int edge) {
        for (int i = 2; i < jpeg.length; i++) {
            if ((jpeg[i] & 0xff) == 0xff
                    && ((jpeg[i + 1] & 0xff) == 0xc0 || (jpeg[i + 1] & 0xff) == 0xc2)) {
                return patched(jpeg, i + 5, (edge << 16) | edge);
            }
        }
        throw new IllegalStateException("no frame");
    }

    /// Repeats the last scan: each scan goes through the whole image.
    private static byte[] jpegOfScans(int count) {
        byte[] jpeg = jpeg(progressive(16, 16), 4_000);
        int last = jpeg.length;
        while ((jpeg[last - 2] & 0xff) != 0xff || (jpeg[last - 1] & 0xff) != 0xda) {
            last--;
        }
        byte[] scan = Arrays.copyOfRange(jpeg, last - 2, jpeg.length - 2);
        var scans = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            scans.writeBytes(scan);
        }
        return inserted(jpeg, jpeg.length - 2, scans.toByteArray());
    }

    private static byte[] lossyWebp(int edge) {
        return patched(file("lossy.webp"), 26, Integer.reverseBytes((edge << 16) | edge));
    }

    private static byte[] losslessWebp(int edge) {
        return patched(file("lossless.webp"), 21, Integer.reverseBytes((edge << 14) | edge));
    }

    private static byte[] patched(byte[] file, int at, int value) {
        ByteBuffer.wrap(file).putInt(at, value);
        return file;
    }
}
