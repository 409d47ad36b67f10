package io.parler.loadpost.dom;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Knows the players of video sites among the things that pages embed.
public final class VideoEmbeds {
    private static final int LOOKED_AT = 50;
    private static final Pattern VIDEO =
            Pattern.compile(
                    "//(www\\.)?((dailymotion|youtube|youtube-nocookie|player\\.vimeo|v\\.qq|bilibili"
                            + "|live\\.bilibili)\\.com|(archive|upload\\.wikimedia)\\.org|player\\.twitch\\.tv)",
                    Pattern.CASE_INSENSITIVE);

    private VideoEmbeds() {}

    public static boolean isVideo(Element element) {
        return switch (element.normalName()) {
            case "iframe", "embed" -> namesOne(element);
            case "object" -> namesOne(element) || holdsOne(element);
            default -> false;
        };
    }

    private static boolean namesOne(Element element) {
        return element.attributes().asList().stream()
                .anyMatch(a -> VIDEO.matcher(a.getValue()).find());
    }

    private static boolean holdsOne(Element object) {
        int seen = 0;
        for (var e = DomWalk.nextElement(object, object);
                e != null && seen < LOOKED_AT;
                e = DomWalk.nextElement(e, object), seen++) {
            if (namesOne(e)) {
                return true;
            }
        }
        return false;
    }
}
