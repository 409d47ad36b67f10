package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.dom.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Finds the real address of an image: pages that load images lazily have it in another attribute.
final class ImageUrl {
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern PICTURE =
            Pattern.compile("(?i)\\.(jpe?g|png|webp|gif|avif|svg)([?#\\s].*)?$");
    private static final Pattern EMOJI = Pattern.compile("(?i)\\b(wp-smiley|emoji|emoticon)\\b");
    private static final String[] LAZY_ATTRIBUTES = {
        "data-src",
        "data-original",
        "data-lazy-src",
        "data-lazy",
        "data-orig-file",
        "data-hi-res-src",
        "data-full-src",
        "data-image"
    };
    private static final String[] LAZY_SRCSETS = {"srcset", "data-srcset", "data-lazy-srcset"};

    private ImageUrl() {}

    static Optional<Content.Image> of(Element img) {
        return url(img).map(url -> new Content.Image(withoutMarkup(img.attr("alt")), "", url));
    }

    static boolean isEmoji(Element img) {
        String alt = img.attr("alt");
        return !alt.isBlank()
                && (EMOJI.matcher(img.className()).find()
                        || (alt.codePointCount(0, alt.length()) <= 3
                                && alt.codePoints().anyMatch(Character::isEmojiPresentation)));
    }

    /// Some systems write a caption's markup into `alt`.
    private static String withoutMarkup(String alt) {
        return (MARKUP.matcher(alt).find() ? Jsoup.parseBodyFragment(alt).text() : alt).strip();
    }

    /// Whether the image is a tracking pixel.
    static boolean isPixel(Element img) {
        return img.attr("width").equals("1") || img.attr("height").equals("1");
    }

    private static Optional<String> url(Element img) {
        boolean placeholder = img.attr("src").startsWith("data:") || img.attr("src").isBlank();
        for (String name : LAZY_ATTRIBUTES) {
            if (PICTURE.matcher(img.attr(name)).find()
                    || (placeholder && !img.attr(name).isBlank())) {
                return absolute(img, name);
            }
        }
        if (placeholder) {
            firstOfSet(img).ifPresent(url -> img.attr("src", url));
        }
        return absolute(img, "src");
    }

    /// The first address in the `srcset` of the image or of a `source` beside it.
    private static Optional<String> firstOfSet(Element img) {
        var candidates = new ArrayList<>(List.of(img));
        if (Tags.is(img.parent(), "picture")) {
            candidates.addAll(img.siblingElements());
        }
        for (Element candidate : candidates) {
            for (String name : LAZY_SRCSETS) {
                String first =
                        candidate.attr(name).strip().split("\\s+", 2)[0].replaceFirst(",$", "");
                if (!first.isEmpty() && !first.startsWith("data:")) {
                    return Optional.of(first);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> absolute(Element img, String attribute) {
        return Optional.of(img.absUrl(attribute).replace(" ", "%20"))
                .filter(url -> WEB.matcher(url).matches());
    }
}
