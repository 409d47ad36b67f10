package io.parler.status.player;

import io.parler.html.Html;
import io.parler.id.ConversionId;
import io.parler.status.Audiobook;
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
    private final Function<Object, String> json;

    AudioPage(Function<Object, String> json) {
        this.json = json;
    }

    String of(ConversionId id, Audiobook audiobook, String publicOrigin) {
        Audiobook.Audio audio = audiobook.audio();
        String address = "/" + audio.key();
        Html body =
                new Html()
                        .open(
                                "main",
                                "class",
                                "player",
                                "data-state",
                                "completed",
                                "data-seconds",
                                Double.toString(audio.seconds()),
                                "data-author",
                                audiobook.author(),
                                "data-transcript",
                                path(audiobook.jsonKey()),
                                "data-chapters",
                                path(audiobook.chaptersKey()));
        heading(body, audiobook);
        body.open("audio", "controls", "", "preload", "metadata", "src", address, "title", "Audio")
                .markup("</audio>")
                .markup(CONTROLS)
                .markup("<p class=\"links\">")
                .element("a", "Download", "href", address, "download", "", "class", "download");
        if (audiobook.vttKey() != null) {
            body.element("a", "Transcript", "href", path(audiobook.vttKey()), "class", "vtt");
        }
        body.markup("</p>")
                .open("section", "class", "chapters", "hidden", "")
                .markup("<h2>Chapters</h2><ol></ol></section>")
                .open("section", "class", "transcript", "hidden", "")
                .markup("<h2 id=\"transcript\">Transcript</h2>")
                .open(
                        "div",
                        "class",
                        "words",
                        "tabindex",
                        "0",
                        "role",
                        "region",
                        "aria-labelledby",
                        "transcript",
                        "lang",
                        audiobook.language())
                .markup("</div></section>")
                .markup("<p class=\"message\" role=\"status\"></p></main>");
        return PageLayout.of(audiobook.title(), head(id, audiobook, publicOrigin), body);
    }

    private static void heading(Html body, Audiobook audiobook) {
        body.open("h1", "class", "title", "lang", audiobook.language());
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
                                "spoken by " + name(audiobook.voice()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        body.markup("</h1>").element("p", byline, "class", "byline");
    }

    /// `Joanna` of `polly:Joanna:neural`.
    private static String name(String voice) {
        List<String> parts = List.of(voice.split(":", 3));
        return parts.size() > 1 ? parts.get(1) : voice;
    }

    private String head(ConversionId id, Audiobook audiobook, String publicOrigin) {
        String player = publicOrigin + "/v1/conversions/" + id + "/player";
        String audio = publicOrigin + "/" + audiobook.audio().key();
        Html head = new Html();
        head.open("link", "rel", "canonical", "href", player).markup("\n");
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
            object.put("author", Map.of("@type", "Person", "name", audiobook.author()));
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

    private static @Nullable String path(@Nullable String key) {
        return key == null ? null : "/" + key;
    }

    private static final List<String> SPEEDS = List.of("0.75", "1", "1.25", "1.5", "1.75", "2");

    private static final String CONTROLS =
            """
            <template>
            <div class="controls">
            <button type="button" class="play" aria-label="Play">
            <svg viewBox="0 0 24 24" aria-hidden="true"><path class="when-paused" d="M8 5v14l11-7z"/>\
            <path class="when-playing" d="M7 5h4v14H7zM13 5h4v14h-4z"/></svg>
            </button>
            <input type="range" class="seek" min="0" step="any" value="0" aria-label="Position">
            <p class="time"><span class="now">0:00</span> / <span class="all"></span></p>
            <div class="more">
            <button type="button" class="back" aria-label="Back 15 seconds">−15</button>
            <button type="button" class="forth" aria-label="Forward 15 seconds">+15</button>
            <label class="speed"><span class="unseen">Speed</span><select>%s</select></label>
            </div>
            </div>
            </template>
            """
                    .formatted(SPEEDS.stream().map(AudioPage::speed).collect(Collectors.joining()));

    private static String speed(String speed) {
        return "<option value=\"%s\"%s>%s×</option>"
                .formatted(speed, speed.equals("1") ? " selected" : "", speed);
    }
}
