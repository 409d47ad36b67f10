package io.parler.status.player;

import io.parler.html.Html;
import io.parler.id.ConversionId;
import io.parler.status.AudioUrls;
import io.parler.status.Audiobook;
import io.parler.status.PlayingTime;
import io.parler.status.WebAddress;
import io.parler.status.metadata.PageMetadata;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private final PageMetadata metadata;

    AudioPage(AudioUrls urls, PlayerAssets assets, Function<Object, String> json) {
        this.urls = urls;
        this.assets = assets;
        this.json = json;
        this.metadata = new PageMetadata(urls.publicOrigin(), json);
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
                                "data-plays",
                                audiobook.isPrivate() ? null : "/v1/conversions/" + id + "/plays",
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
                .markup(PageLayout.texts(texts, json))
                .markup("</main>");
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
        if (source != null && WebAddress.isWeb(source)) {
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
        return metadata.of(
                new PageMetadata.Page(
                        player,
                        player,
                        urls.of(audiobook.audio().key()),
                        audiobook,
                        Optional.empty(),
                        Optional.empty()));
    }

    private @Nullable String path(@Nullable String key) {
        return key == null ? null : urls.onPage(key);
    }
}
