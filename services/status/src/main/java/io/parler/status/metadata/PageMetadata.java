package io.parler.status.metadata;

import io.parler.html.Html;
import io.parler.status.Audiobook;
import io.parler.status.PlayingTime;
import io.parler.status.WebAddress;
import io.parler.status.oembed.OEmbedLinks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Writes what the head of a page says about its audio: the canonical address, oEmbed, Open Graph,
/// a Twitter player card, and an AudioObject of schema.org.
public final class PageMetadata {
    private final String publicOrigin;
    private final Function<Object, String> json;

    /// Takes a writer of JSON.
    public PageMetadata(String publicOrigin, Function<Object, String> json) {
        this.publicOrigin = publicOrigin;
        this.json = json;
    }

    /// A page about one recording; addresses are absolute.
    ///
    /// @param player the page that plays it, which may be the same
    /// @param description one sentence for people
    /// @param made when the audio was completed
    public record Page(
            String address,
            String player,
            String audio,
            Audiobook audiobook,
            Optional<String> description,
            Optional<Instant> made) {}

    public String of(Page page) {
        Audiobook audiobook = page.audiobook();
        Html head = new Html();
        head.open("link", "rel", "canonical", "href", page.address()).markup("\n");
        head.markup(OEmbedLinks.of(publicOrigin, page.address(), audiobook.title()));
        property(head, "og:type", "website");
        property(head, "og:site_name", "Parler");
        property(head, "og:title", audiobook.title());
        property(head, "og:url", page.address());
        property(head, "og:audio", page.audio());
        property(head, "og:audio:type", audiobook.audio().mediaType());
        page.description()
                .ifPresent(
                        description -> {
                            property(head, "og:description", description);
                            named(head, "description", description);
                        });
        String image = audiobook.imageUrl();
        if (image != null && WebAddress.isWeb(image)) {
            property(head, "og:image", image);
            named(head, "twitter:image", image);
        }
        named(head, "twitter:card", "player");
        named(head, "twitter:title", audiobook.title());
        named(head, "twitter:player", page.player());
        named(head, "twitter:player:width", "480");
        named(head, "twitter:player:height", "200");
        return head.markup("<script type=\"application/ld+json\">")
                .markup(inScript(json.apply(audioObject(page))))
                .markup("</script>\n")
                .toString();
    }

    private static void property(Html head, String property, String content) {
        head.open("meta", "property", property, "content", content).markup("\n");
    }

    private static void named(Html head, String name, String content) {
        head.open("meta", "name", name, "content", content).markup("\n");
    }

    /// An AudioObject of schema.org: data, which no browser runs and no policy forbids. In a fixed
    /// order, because the page's ETag depends on it.
    private static Map<String, Object> audioObject(Page page) {
        Audiobook audiobook = page.audiobook();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("@context", "https://schema.org");
        object.put("@type", "AudioObject");
        object.put("name", audiobook.title());
        if (!page.address().equals(page.player())) {
            object.put("url", page.address());
        }
        object.put("contentUrl", page.audio());
        object.put("embedUrl", page.player());
        object.put("encodingFormat", audiobook.audio().mediaType());
        object.put("contentSize", Long.toString(audiobook.audio().bytes()));
        object.put("duration", new PlayingTime(audiobook.audio().seconds()).iso());
        object.put("inLanguage", audiobook.language());
        page.made().ifPresent(made -> object.put("uploadDate", made.toString()));
        if (audiobook.author() != null) {
            Map<String, Object> author = new LinkedHashMap<>();
            author.put("@type", "Person");
            author.put("name", audiobook.author());
            object.put("author", author);
        }
        if (audiobook.sourceUrl() != null) {
            object.put("isBasedOn", audiobook.sourceUrl());
        }
        return object;
    }

    /// JSON that can't end the script element around it.
    public static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }
}
