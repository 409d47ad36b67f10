package io.parler.status.player;

import java.util.List;
import java.util.Map;

/// What every page of the player needs: the address of its files, and its texts by language.
///
/// @param version changes whenever a file changes
public record PlayerAssets(String version, Map<String, Map<String, String>> texts) {
    public static final String STYLE = "player.css";

    /// The script of the page. It imports the others.
    static final String MAIN_SCRIPT = "player.js";

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

    String path(String file) {
        return "/player/" + version + "/" + file;
    }
}
