package io.parler.status.player;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What every page of the player needs: the address of its files, and its texts by language.
///
/// @param version changes whenever a file changes
public record PlayerAssets(String version, Map<String, Map<String, String>> texts) {
    public static final String STYLE = "player.css";

    /// The script of the page. It imports the others.
    static final String MAIN_SCRIPT = "player.js";

    /// The script of the player without a frame, which stands beside the others and imports them.
    public static final String COMPONENT_SCRIPT = "component.js";

    public static final List<String> SCRIPTS =
            List.of(
                    MAIN_SCRIPT,
                    "chapters.js",
                    "color.js",
                    "controls.js",
                    "download.js",
                    "frame.js",
                    "list.js",
                    "media-keys.js",
                    "memory.js",
                    "page.js",
                    "panels.js",
                    "playback.js",
                    "playlist.js",
                    "plays.js",
                    "recording.js",
                    "section.js",
                    "sentences.js",
                    "share.js",
                    "shortcuts.js",
                    "sleep.js",
                    "times.js",
                    "transcript.js",
                    "waiting.js");

    PlayerTexts texts(String languageTag) {
        return PlayerTexts.of(texts, languageTag);
    }

    /// The texts of a page that is in no post's language: in the one of these languages that its
    /// reader likes best.
    ///
    /// @param accepted an `Accept-Language` header
    PlayerTexts textsFor(String accepted) {
        try {
            String best =
                    Locale.lookupTag(Locale.LanguageRange.parse(accepted), this.texts.keySet());
            return texts(best == null ? "en" : best);
        } catch (IllegalArgumentException e) {
            return texts("en");
        }
    }

    String path(String file) {
        return "/player/" + version + "/" + file;
    }
}
