package io.parler.loadpost.dom;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Recognizes video players.
public final class VideoEmbeds {
    private static final int MAX_ELEMENTS = 50;
    private static final Pattern VIDEO =
            Pattern.compile(
                    "//(www\\.)?((dailymotion|youtube|youtube-nocookie|player\\.vimeo|v\\.qq|bilibili"
                            + "|live\\.bilibili)\\.com|(archive|upload\\.wikimedia)\\.org|player\\.twitch\\.tv)",
                    Pattern.CASE_INSENSITIVE);

    private VideoEmbeds() {}

    public static boolean isVideo(Element element) {
        return switch (element.normalName()) {
            case "iframe", "embed" -> hasVideoUrl(element);
            case "object" -> hasVideoUrl(element) || containsVideo(element);
            default -> false;
        };
    }

    private static boolean hasVideoUrl(Element element) {
        return element.attributes().asList().stream()
                .anyMatch(a -> VIDEO.matcher(a.getValue()).find());
    }

    private static boolean containsVideo(Element object) {
        int seen = 0;
        for (Element e = DomWalk.nextElement(object, object);
                e != null && seen < MAX_ELEMENTS;
                e = DomWalk.nextElement(e, object), seen++) {
            if (hasVideoUrl(e)) {
                return true;
            }
        }
        return false;
    }
}
