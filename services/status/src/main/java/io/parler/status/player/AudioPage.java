package io.parler.status.player;

import io.parler.html.Html;
import io.parler.id.ConversionId;
import io.parler.status.AudioUrls;
import io.parler.status.Audiobook;
import io.parler.status.oembed.OEmbedLinks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes the page of a completed conversion. Its own controls are in a template that the script
/// puts in place; without scripts the browser's controls are there.
final class AudioPage {
    private final AudioUrls urls;
    private final PlayerAssets assets;
    private final Function<Object, String> json;

    AudioPage(AudioUrls urls, PlayerAssets assets, Function<Object, String> json) {
        this.urls = urls;
        this.assets = assets;
        this.json = json;
    }

    String of(ConversionId id, Audiobook audiobook, PlayerLook look) {
        String language = audiobook.language();
        PlayerTexts texts = assets.texts(language);
        Html body =
                new Html()
                        .open(
                                "main",
                                "class",
                                "player",
                                "data-state",
                                "completed",
                                "data-seconds",
                                Double.toString(audiobook.audio().seconds()),
                                "data-author",
                                audiobook.author(),
                                "data-transcript",
                                path(audiobook.jsonKey()),
                                "data-chapters",
                                path(audiobook.chaptersKey()));
        heading(body, audiobook, texts);
        audio(body, audiobook, texts);
        new Controls(texts).writeTo(body, language);
        body.markup("<p class=\"message\" role=\"status\"></p>\n")
                .markup("<script type=\"application/json\" id=\"texts\">")
                .markup(inScript(json.apply(texts.texts())))
                .markup("</script>\n</main>");
        return new PageLayout(assets, look)
                .of(
                        audiobook.title(),
                        texts.language(),
                        TextDirection.of(language),
                        audiobook.isPrivate() ? PageLayout.noIndex() : head(id, audiobook),
                        body);
    }

    /// In CORS mode, because in a sandboxed frame the page's own audio is of another origin.
    private void audio(Html body, Audiobook audiobook, PlayerTexts texts) {
        String address = urls.onPage(audiobook.audio().key());
        body.open(
                        "audio",
                        "controls",
                        "",
                        "preload",
                        "none",
                        "crossorigin",
                        "anonymous",
                        "src",
                        address,
                        "title",
                        texts.of("audio"))
                .markup("</audio>\n<p class=\"links\">");
        if (audiobook.vttKey() != null) {
            body.element(
                    "a", texts.of("transcript"), "href", path(audiobook.vttKey()), "class", "vtt");
        }
        body.element(
                        "a",
                        texts.of("download"),
                        "href",
                        address,
                        "download",
                        "",
                        "class",
                        "download")
                .markup("</p>\n");
    }

    private static void heading(Html body, Audiobook audiobook, PlayerTexts texts) {
        body.open("h1", "class", "title", "lang", audiobook.language(), "dir", "auto");
        String source = audiobook.sourceUrl();
        if (source != null && PlayerPages.isWeb(source)) {
            body.element(
                    "a", audiobook.title(), "href", source, "target", "_blank", "rel", "noopener");
        } else {
            body.text(audiobook.title());
        }
        String byline =
                Stream.of(
                                audiobook.author(),
                                new PlayingTime(audiobook.audio().seconds()).clock(),
                                texts.of("readBy", "voice", name(audiobook.voice())))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        body.markup("</h1>\n").element("p", byline, "class", "byline").markup("\n");
    }

    /// `Joanna` of `polly:Joanna:neural`.
    private static String name(String voice) {
        List<String> parts = List.of(voice.split(":", 3));
        return parts.size() > 1 ? parts.get(1) : voice;
    }

    private String head(ConversionId id, Audiobook audiobook) {
        String player = urls.publicOrigin() + "/v1/conversions/" + id + "/player";
        String audio = urls.of(audiobook.audio().key());
        Html head = new Html();
        head.open("link", "rel", "canonical", "href", player).markup("\n");
        head.markup(OEmbedLinks.of(urls.publicOrigin(), player, audiobook.title()));
        property(head, "og:type", "website");
        property(head, "og:site_name", "Parler");
        property(head, "og:title", audiobook.title());
        property(head, "og:url", player);
        property(head, "og:audio", audio);
        property(head, "og:audio:type", audiobook.audio().mediaType());
        String image = audiobook.imageUrl();
        if (image != null && PlayerPages.isWeb(image)) {
            property(head, "og:image", image);
            named(head, "twitter:image", image);
        }
        named(head, "twitter:card", "player");
        named(head, "twitter:title", audiobook.title());
        named(head, "twitter:player", player);
        named(head, "twitter:player:width", "480");
        named(head, "twitter:player:height", "200");
        return head.markup("<script type=\"application/ld+json\">")
                .markup(inScript(json.apply(audioObject(audiobook, player, audio))))
                .markup("</script>\n")
                .toString();
    }

    private static void property(Html head, String property, String content) {
        head.open("meta", "property", property, "content", content).markup("\n");
    }

    private static void named(Html head, String name, String content) {
        head.open("meta", "name", name, "content", content).markup("\n");
    }

    /// An AudioObject of schema.org: data, which no browser runs and no policy forbids.
    private static Map<String, Object> audioObject(
            Audiobook audiobook, String player, String audio) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("@context", "https://schema.org");
        object.put("@type", "AudioObject");
        object.put("name", audiobook.title());
        object.put("contentUrl", audio);
        object.put("embedUrl", player);
        object.put("encodingFormat", audiobook.audio().mediaType());
        object.put("contentSize", Long.toString(audiobook.audio().bytes()));
        object.put("duration", new PlayingTime(audiobook.audio().seconds()).iso());
        object.put("inLanguage", audiobook.language());
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
    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    private @Nullable String path(@Nullable String key) {
        return key == null ? null : urls.onPage(key);
    }
}
