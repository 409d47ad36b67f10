package io.parler.conversion.script;

import io.parler.conversion.article.Block;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Describes a picture by its alternative text and its caption.
final class ImageDescriptions {
    private static final Pattern URL_OR_FILE_NAME =
            Pattern.compile(
                    "https?://\\S+|.{0,80}\\.(?:png|jpe?g|gif|svg|webp|avif|heic|tiff?|bmp)"
                            + "|(?:DSC|DSCF|DSCN|IMG|PXL|MVIMG|P|PIC|PICT|DJI|GOPR|CIMG|SAM|image|photo|screenshot|screen shot"
                            + "|unnamed|untitled|bild|foto)[-_ ]?[0-9]{1,}[-_ 0-9x.:()]*"
                            + "|(?:WhatsApp Image|Screen ?shot|Bildschirmfoto)[ _-][-0-9 _.]*(?:at|um)?[-0-9 _.:]*(?:[ap]m)?"
                            + "|[0-9a-f]{8,}(?:-[0-9a-f]+)*|[0-9_-]{5,}",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ImageDescriptions() {}

    /// Empty if there is nothing to say. If the caption repeats the alternative text, it is said
    /// once.
    static Optional<String> description(Block.Kind.Image image, String captionBelow) {
        String alt = withoutFileName(image.alt());
        String caption = image.caption().isBlank() ? captionBelow : image.caption().strip();
        if (alt.isEmpty() || alt.equalsIgnoreCase(caption)) {
            return Optional.of(caption).filter(TextNormalizer::isSpeakable);
        }
        if (caption.isEmpty()) {
            return Optional.of(alt).filter(TextNormalizer::isSpeakable);
        }
        if (contains(caption, alt)) {
            return Optional.of(caption);
        }
        if (contains(alt, caption)) {
            return Optional.of(alt);
        }
        return Optional.of((endsSentence(alt) ? alt : alt + ".") + " " + caption);
    }

    private static boolean contains(String text, String part) {
        return letters(text).contains(letters(part));
    }

    private static String letters(String text) {
        return NEITHER_LETTER_NOR_DIGIT
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /// An alternative text that is only the picture's address or file name counts as empty.
    private static String withoutFileName(String alt) {
        return URL_OR_FILE_NAME.matcher(alt.strip()).matches() ? "" : alt.strip();
    }

    private static boolean endsSentence(String text) {
        return ".!?…。！？".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /// The caption without its full stop, to be part of a longer sentence.
    static String withoutFullStop(String caption) {
        String text = caption.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
