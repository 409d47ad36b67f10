package io.parler.conversion.mp3;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;

/// An ID3v2.3 tag: the title, artist and cover that a player shows, and chapters (ID3v2 Chapter
/// Frame Addendum 1.0).
public final class Id3Tag {
    private static final byte ISO_8859_1 = 0;
    private static final byte UTF_16_WITH_BOM = 1;
    private static final int FRONT_COVER = 3;
    private static final String GENRE = "Podcast";

    /// Means that the times are used, not byte offsets (Addendum, 3.1).
    private static final int BY_TIME = -1;

    private static final int TOP_LEVEL = 2;
    private static final int ORDERED = 1;

    /// The maximum number of entries of a table of contents: its count is one byte (Addendum,
    /// 3.2).
    private static final int MAX_ENTRIES = 255;

    private static final DateTimeFormatter YEAR = utc("uuuu");
    private static final DateTimeFormatter DAY = utc("ddMM");
    private static final DateTimeFormatter TIME = utc("HHmm");

    private final byte[] bytes;

    private Id3Tag(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The contents of the tag.
    ///
    /// @param source the URL of the post
    /// @param language BCP 47
    /// @param seconds the length of the audio, where the last chapter ends
    /// @param cover a JPEG
    /// @param album the name of the blog
    /// @param lyrics the spoken text; empty if there is none
    public record Metadata(
            String title,
            Optional<String> artist,
            Optional<Instant> published,
            Optional<String> source,
            String language,
            double seconds,
            List<Chapter> chapters,
            Optional<byte[]> cover,
            Optional<String> album,
            String lyrics) {
        public Metadata {
            chapters = List.copyOf(chapters);
        }
    }

    /// A chapter. It ends where the next one starts.
    public record Chapter(double start, String title) {}

    public static Id3Tag of(Metadata metadata) {
        Frames frames = new Frames();
        frames.text("TIT2", metadata.title());
        metadata.artist().ifPresent(name -> frames.text("TPE1", name));
        metadata.published().ifPresent(time -> frames.date(time));
        iso639(metadata.language()).ifPresent(code -> frames.text("TLAN", code));
        metadata.album().ifPresent(name -> frames.text("TALB", name));
        frames.text("TCON", GENRE);
        frames.text("TLEN", Integer.toString(milliseconds(metadata.seconds())));
        metadata.source().map(Id3Tag::inAscii).ifPresent(url -> frames.source(url));
        if (!metadata.lyrics().isEmpty()) {
            frames.inLanguage("USLT", metadata.language(), metadata.lyrics());
        }
        frames.chapters(metadata);
        metadata.cover().ifPresent(jpeg -> frames.cover(jpeg));
        return new Id3Tag(frames.tag());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// The three letters for TLAN (ISO 639-2).
    private static Optional<String> iso639(String language) {
        try {
            return Optional.of(Locale.forLanguageTag(language).getISO3Language())
                    .filter(code -> code.length() == 3);
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }

    /// A web address as it is sent: other characters are percent-encoded.
    private static String inAscii(String url) {
        try {
            return new URI(url).toASCIIString();
        } catch (URISyntaxException e) {
            return url.replaceAll("[^\\x21-\\x7e]", "");
        }
    }

    private static int milliseconds(double seconds) {
        return (int) Math.round(seconds * 1000);
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /// A sequence of frames: the body of a tag or of a chapter.
    private static final class Frames {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        void add(String id, byte[] content) {
            body.writeBytes(id.getBytes(StandardCharsets.ISO_8859_1));
            integer(body, content.length);
            body.writeBytes(new byte[] {0, 0});
            body.writeBytes(content);
        }

        void text(String id, String value) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.write(UTF_16_WITH_BOM);
            content.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe});
            content.writeBytes(value.getBytes(StandardCharsets.UTF_16LE));
            add(id, content.toByteArray());
        }

        /// The address, as such and as a comment: most players show only comments.
        void source(String url) {
            add("WOAS", url.getBytes(StandardCharsets.ISO_8859_1));
            inLanguage("COMM", "en", url);
        }

        /// A comment or lyrics (ID3v2.3, 4.9 and 4.11): encoding, language, no description, text.
        void inLanguage(String id, String language, String value) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.write(UTF_16_WITH_BOM);
            content.writeBytes(
                    iso639(language).orElse("und").getBytes(StandardCharsets.ISO_8859_1));
            content.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0});
            content.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe});
            content.writeBytes(value.getBytes(StandardCharsets.UTF_16LE));
            add(id, content.toByteArray());
        }

        void date(Instant time) {
            text("TYER", YEAR.format(time));
            text("TDAT", DAY.format(time));
            text("TIME", TIME.format(time));
        }

        /// An attached picture (ID3v2.3, 4.15): encoding, media type, kind, no description, bytes.
        void cover(byte[] jpeg) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.write(ISO_8859_1);
            name(content, "image/jpeg");
            content.write(FRONT_COVER);
            name(content, "");
            content.writeBytes(jpeg);
            add("APIC", content.toByteArray());
        }

        void chapters(Metadata metadata) {
            List<Chapter> chapters = metadata.chapters();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < chapters.size(); i++) {
                boolean last = i + 1 == chapters.size();
                ids.add("chp" + i);
                chapter(
                        ids.getLast(),
                        chapters.get(i),
                        last ? metadata.seconds() : chapters.get(i + 1).start());
            }
            if (!ids.isEmpty()) {
                contents(ids);
            }
        }

        private void chapter(String id, Chapter chapter, double end) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            name(content, id);
            integer(content, milliseconds(chapter.start()));
            integer(content, milliseconds(end));
            integer(content, BY_TIME);
            integer(content, BY_TIME);
            Frames title = new Frames();
            title.text("TIT2", chapter.title());
            content.writeBytes(title.body.toByteArray());
            add("CHAP", content.toByteArray());
        }

        /// One table if the chapters fit into it, else a table of tables.
        private void contents(List<String> ids) {
            if (ids.size() <= MAX_ENTRIES) {
                contents("toc", TOP_LEVEL | ORDERED, ids);
                return;
            }
            List<String> parts = new ArrayList<>();
            for (int from = 0; from < ids.size(); from += MAX_ENTRIES) {
                parts.add("toc" + parts.size());
                contents(
                        parts.getLast(),
                        ORDERED,
                        ids.subList(from, Math.min(ids.size(), from + MAX_ENTRIES)));
            }
            contents("toc", TOP_LEVEL | ORDERED, parts);
        }

        private void contents(String id, int flags, List<String> entries) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            name(content, id);
            content.write(flags);
            content.write(entries.size());
            entries.forEach(entry -> name(content, entry));
            add("CTOC", content.toByteArray());
        }

        byte[] tag() {
            ByteArrayOutputStream tag = new ByteArrayOutputStream();
            tag.writeBytes(new byte[] {'I', 'D', '3', 3, 0, 0});
            // Seven bits per byte, so that the size never looks like the sync bits of a frame
            // (ID3v2.3, 3.1).
            for (int shift = 21; shift >= 0; shift -= 7) {
                tag.write((body.size() >>> shift) & 0x7f);
            }
            tag.writeBytes(body.toByteArray());
            return tag.toByteArray();
        }

        private static void name(ByteArrayOutputStream out, String id) {
            out.writeBytes(id.getBytes(StandardCharsets.ISO_8859_1));
            out.write(0);
        }

        private static void integer(ByteArrayOutputStream out, int value) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write((value >>> shift) & 0xff);
            }
        }
    }
}
