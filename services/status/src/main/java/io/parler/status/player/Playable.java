package io.parler.status.player;

import io.parler.http.Json;
import io.parler.status.ConversionId;
import io.parler.status.Recording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The page of a conversion that can be heard. Its own controls lie in a template that the script
/// puts in place; without script the browser's are there.
final class Playable {
    private Playable() {}

    static String page(ConversionId id, Recording recording, String publicOrigin) {
        Recording.Audio audio = recording.audio();
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
                                recording.author(),
                                "data-transcript",
                                path(recording.jsonKey()),
                                "data-chapters",
                                path(recording.chaptersKey()));
        heading(body, recording);
        body.open("audio", "controls", "", "preload", "metadata", "src", address, "title", "Audio")
                .markup("</audio>")
                .markup(CONTROLS)
                .markup("<p class=\"links\">")
                .element("a", "Download", "href", address, "download", "", "class", "download");
        if (recording.vttKey() != null) {
            body.element("a", "Transcript", "href", path(recording.vttKey()), "class", "vtt");
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
                        recording.language())
                .markup("</div></section>")
                .markup("<p class=\"message\" role=\"status\"></p></main>");
        return Document.of(recording.title(), head(id, recording, publicOrigin), body);
    }

    private static void heading(Html body, Recording recording) {
        body.open("h1", "class", "title", "lang", recording.language());
        String source = recording.sourceUrl();
        if (source != null && PlayerPage.isWeb(source)) {
            body.element(
                    "a", recording.title(), "href", source, "target", "_blank", "rel", "noopener");
        } else {
            body.text(recording.title());
        }
        String byline =
                Stream.of(
                                recording.author(),
                                new Length(recording.audio().seconds()).clock(),
                                "spoken by " + name(recording.voice()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        body.markup("</h1>").element("p", byline, "class", "byline");
    }

    /// `Joanna` of `polly:Joanna:neural`.
    private static String name(String voice) {
        List<String> parts = List.of(voice.split(":", 3));
        return parts.size() > 1 ? parts.get(1) : voice;
    }

    private static String head(ConversionId id, Recording recording, String publicOrigin) {
        String player = publicOrigin + "/v1/conversions/" + id + "/player";
        String audio = publicOrigin + "/" + recording.audio().key();
        Html head = new Html();
        head.open("link", "rel", "canonical", "href", player).markup("\n");
        property(head, "og:type", "website");
        property(head, "og:site_name", "Parler");
        property(head, "og:title", recording.title());
        property(head, "og:url", player);
        property(head, "og:audio", audio);
        property(head, "og:audio:type", recording.audio().mediaType());
        String image = recording.imageUrl();
        if (image != null && PlayerPage.isWeb(image)) {
            property(head, "og:image", image);
            named(head, "twitter:image", image);
        }
        named(head, "twitter:card", "player");
        named(head, "twitter:title", recording.title());
        named(head, "twitter:player", player);
        named(head, "twitter:player:width", "480");
        named(head, "twitter:player:height", "200");
        return head.markup("<script type=\"application/ld+json\">")
                .markup(inScript(Json.string(audioObject(recording, player, audio))))
                .markup("</script>\n")
                .toString();
    }

    private static void property(Html head, String property, String content) {
        head.open("meta", "property", property, "content", content).markup("\n");
    }

    private static void named(Html head, String name, String content) {
        head.open("meta", "name", name, "content", content).markup("\n");
    }

    /// schema.org's AudioObject. A block of data: no browser runs it, and no policy forbids it.
    private static Map<String, Object> audioObject(
            Recording recording, String player, String audio) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("@context", "https://schema.org");
        object.put("@type", "AudioObject");
        object.put("name", recording.title());
        object.put("contentUrl", audio);
        object.put("embedUrl", player);
        object.put("encodingFormat", recording.audio().mediaType());
        object.put("contentSize", Long.toString(recording.audio().bytes()));
        object.put("duration", new Length(recording.audio().seconds()).iso());
        object.put("inLanguage", recording.language());
        if (recording.author() != null) {
            object.put("author", Map.of("@type", "Person", "name", recording.author()));
        }
        if (recording.sourceUrl() != null) {
            object.put("isBasedOn", recording.sourceUrl());
        }
        return object;
    }

    /// JSON that can't end the script element it stands in.
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
                    .formatted(SPEEDS.stream().map(Playable::speed).collect(Collectors.joining()));

    private static String speed(String speed) {
        return "<option value=\"%s\"%s>%s×</option>"
                .formatted(speed, speed.equals("1") ? " selected" : "", speed);
    }
}
