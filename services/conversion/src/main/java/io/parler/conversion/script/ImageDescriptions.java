package io.parler.conversion.script;

import io.parler.conversion.article.Block;
import java.util.Optional;
import java.util.regex.Pattern;

/// Describes a picture by its alternative text and its caption.
final class ImageDescriptions {
    private static final Pattern URL_OR_FILE_NAME =
            Pattern.compile(
                    "https?://\\S+|\\S+\\.(?:png|jpe?g|gif|svg|webp|avif)",
                    Pattern.CASE_INSENSITIVE);

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
        return Optional.of((endsSentence(alt) ? alt : alt + ".") + " " + caption);
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
