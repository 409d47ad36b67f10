package io.parler.status.oembed;

import io.parler.html.Html;
import io.parler.status.Audiobook;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How to embed one player: an oEmbed response of the type `rich`.
///
/// @param player the address of the frame
public record OEmbed(String publicOrigin, Audiobook audiobook, String player, Size size) {
    /// Seconds for which a site may keep the response.
    private static final int CACHE_AGE = 3600;

    /// The size of the frame in pixels.
    public record Size(int width, int height) {
        private static final Size PREFERRED = new Size(640, 200);

        /// The preferred size, as far as the site has room for it.
        public static Size within(int maxWidth, int maxHeight) {
            return new Size(
                    Math.min(maxWidth, PREFERRED.width), Math.min(maxHeight, PREFERRED.height));
        }
    }

    /// The members of the response by name, in order (section 2.3.4).
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", "1.0");
        members.put("type", "rich");
        members.put("title", audiobook.title());
        if (audiobook.author() != null) {
            members.put("author_name", audiobook.author());
        }
        members.put("provider_name", "Parler");
        members.put("provider_url", publicOrigin + "/");
        members.put("cache_age", CACHE_AGE);
        members.put("html", html());
        members.put("width", size.width());
        members.put("height", size.height());
        return members;
    }

    /// The same response as XML.
    public String xml() {
        return members().entrySet().stream()
                .map(
                        member ->
                                new Html()
                                        .element(
                                                member.getKey(),
                                                withoutControls(member.getValue().toString()))
                                        .toString())
                .collect(
                        Collectors.joining(
                                "",
                                "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n"
                                        + "<oembed>",
                                "</oembed>\n"));
    }

    /// Only attributes that WordPress leaves on the frame of a site that it does not know.
    private String html() {
        return new Html()
                .open(
                        "iframe",
                        "src",
                        player,
                        "width",
                        Integer.toString(size.width()),
                        "height",
                        Integer.toString(size.height()),
                        "frameborder",
                        "0",
                        "title",
                        "Listen: " + audiobook.title())
                .markup("</iframe>")
                .toString();
    }

    /// XML 1.0 has no way to write these characters.
    private static String withoutControls(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }
}
