package io.parler.conversion.script;

import io.parler.conversion.article.Block;
import java.util.Optional;
import java.util.regex.Pattern;

/// What can be said of pictures: the author's description, and the caption.
final class ImageDescriptions {
    private static final Pattern NO_WORDS =
            Pattern.compile(
                    "https?://\\S+|\\S+\\.(?:png|jpe?g|gif|svg|webp|avif)",
                    Pattern.CASE_INSENSITIVE);

    private ImageDescriptions() {}

    /// Empty where there is nothing to say; what is said twice is said once.
    static Optional<String> description(Block.Kind.Image image, String captionBelow) {
        String alt = inWords(image.alt());
        String caption = image.caption().isBlank() ? captionBelow : image.caption().strip();
        if (alt.isEmpty() || alt.equalsIgnoreCase(caption)) {
            return Optional.of(caption).filter(TextNormalizer::isSpeakable);
        }
        if (caption.isEmpty()) {
            return Optional.of(alt).filter(TextNormalizer::isSpeakable);
        }
        return Optional.of((endsSentence(alt) ? alt : alt + ".") + " " + caption);
    }

    /// Nothing where the alternative text is only the picture's address or file name.
    private static String inWords(String alt) {
        return NO_WORDS.matcher(alt.strip()).matches() ? "" : alt.strip();
    }

    private static boolean endsSentence(String text) {
        return ".!?…。！？".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /// A caption as part of a longer sentence.
    static String withoutStop(String caption) {
        String text = caption.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
