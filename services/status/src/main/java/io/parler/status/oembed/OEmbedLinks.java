package io.parler.status.oembed;

import io.parler.html.Html;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Writes the links in a page's head by which a site that embeds the page finds how (oEmbed 1.0,
/// section 4).
public final class OEmbedLinks {
    private OEmbedLinks() {}

    /// The links to both formats.
    ///
    /// @param page the address of the page that has the links
    public static String of(String publicOrigin, String page, String title) {
        String endpoint =
                publicOrigin
                        + "/oembed?url="
                        + URLEncoder.encode(page, StandardCharsets.UTF_8)
                        + "&format=";
        return link(endpoint, "json", "application/json+oembed", title)
                + link(endpoint, "xml", "text/xml+oembed", title);
    }

    private static String link(String endpoint, String format, String type, String title) {
        return new Html()
                .open(
                        "link",
                        "rel",
                        "alternate",
                        "type",
                        type,
                        "href",
                        endpoint + format,
                        "title",
                        title)
                .markup("\n")
                .toString();
    }
}
