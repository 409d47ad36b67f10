package io.parler.conversion.mp3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An ID3v2.3 tag: what a player shows beside the audio.
public final class Id3Tag {
    private static final byte UTF_16_WITH_BOM = 1;

    private final byte[] bytes;

    private Id3Tag(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Id3Tag of(String title, Optional<String> artist, Optional<String> source) {
        Map<String, byte[]> frames = new LinkedHashMap<>();
        frames.put("TIT2", text(title));
        artist.ifPresent(name -> frames.put("TPE1", text(name)));
        source.ifPresent(url -> frames.put("WOAS", url.getBytes(StandardCharsets.ISO_8859_1)));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        frames.forEach((id, content) -> frame(body, id, content));
        ByteArrayOutputStream tag = new ByteArrayOutputStream();
        tag.writeBytes(new byte[] {'I', 'D', '3', 3, 0, 0});
        // Seven bits a byte, so that no size looks like a frame's sync bits (ID3v2.3, 3.1).
        for (int shift = 21; shift >= 0; shift -= 7) {
            tag.write((body.size() >>> shift) & 0x7f);
        }
        tag.writeBytes(body.toByteArray());
        return new Id3Tag(tag.toByteArray());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static byte[] text(String value) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(UTF_16_WITH_BOM);
        content.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe});
        content.writeBytes(value.getBytes(StandardCharsets.UTF_16LE));
        return content.toByteArray();
    }

    private static void frame(ByteArrayOutputStream body, String id, byte[] content) {
        body.writeBytes(id.getBytes(StandardCharsets.ISO_8859_1));
        for (int shift = 24; shift >= 0; shift -= 8) {
            body.write((content.length >>> shift) & 0xff);
        }
        body.writeBytes(new byte[] {0, 0});
        body.writeBytes(content);
    }
}
