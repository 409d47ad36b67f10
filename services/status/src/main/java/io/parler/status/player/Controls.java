package io.parler.status.player;

import io.parler.html.Html;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the player's own controls, in a template that the script puts in place.
final class Controls {
    private static final List<String> SPEEDS =
            List.of("0.5", "0.75", "1", "1.25", "1.5", "1.75", "2", "2.25", "2.5", "2.75", "3");

    private static final String PLAY_ICON =
            icon(
                    """
                    <path class="when-paused" d="M8 5v14l11-7z"/>\
                    <path class="when-playing" d="M7 5h4v14H7zM13 5h4v14h-4z"/>""");

    private static final String VOLUME_ICON =
            icon(
                    """
                    <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5z"/>\
                    <path class="when-loud line" d="M15 9a4.2 4.2 0 0 1 0 6M17.5 6.5a7.8 7.8 0 0 1 0 11"/>\
                    <path class="when-muted line" d="m15.5 9.5 5 5m0-5-5 5"/>""");

    private static final String MORE_ICON =
            icon(
                    """
                    <circle cx="5.5" cy="12" r="1.75"/><circle cx="12" cy="12" r="1.75"/>\
                    <circle cx="18.5" cy="12" r="1.75"/>""");

    private final PlayerTexts texts;

    Controls(PlayerTexts texts) {
        this.texts = texts;
    }

    private static String icon(String paths) {
        return "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">" + paths + "</svg>";
    }

    /// @param language of the post
    void writeTo(Html body, String language) {
        body.markup("<template>\n");
        writeBar(body);
        writeTabs(body);
        writeChapters(body, language);
        writeTranscript(body, language);
        writeMore(body);
        body.markup("</template>\n");
    }

    /// Left to right in every language, as tape moves.
    private void writeBar(Html body) {
        body.markup("<div class=\"controls\" dir=\"ltr\">\n");
        button(body, "play", "play", PLAY_ICON);
        body.markup("<div class=\"track\">")
                .open(
                        "input",
                        "type",
                        "range",
                        "class",
                        "seek",
                        "min",
                        "0",
                        "step",
                        "any",
                        "value",
                        "0",
                        "aria-label",
                        texts.of("position"))
                .markup("<span class=\"now\">0:00</span><span class=\"all\"></span></div>\n")
                .markup("<div class=\"buttons\">\n");
        button(body, "back", "back", "−15");
        button(body, "forth", "forward", "+15");
        body.open("select", "class", "speed", "aria-label", texts.of("speed"))
                .markup(SPEEDS.stream().map(Controls::speed).collect(Collectors.joining()))
                .markup("</select>\n");
        button(body, "mute", "mute", VOLUME_ICON);
        body.open(
                        "input",
                        "type",
                        "range",
                        "class",
                        "volume",
                        "min",
                        "0",
                        "max",
                        "1",
                        "step",
                        "0.05",
                        "value",
                        "1",
                        "aria-label",
                        texts.of("volume"))
                .markup("\n</div>\n</div>\n");
    }

    private void button(Html body, String style, String label, String content) {
        body.open(
                        "button",
                        "type",
                        "button",
                        "class",
                        style,
                        "aria-label",
                        texts.of(label),
                        "title",
                        texts.of(label))
                .markup(content)
                .markup("</button>\n");
    }

    private void writeTabs(Html body) {
        body.markup("<div class=\"tabs\">\n");
        for (String panel : List.of("transcript", "chapters", "more")) {
            body.open(
                    "button",
                    "type",
                    "button",
                    "class",
                    "tab",
                    "aria-expanded",
                    "false",
                    "aria-controls",
                    panel,
                    "aria-label",
                    texts.of(panel));
            if (panel.equals("more")) {
                body.markup(MORE_ICON);
            } else {
                body.text(texts.of(panel));
            }
            body.markup("</button>\n");
        }
        body.markup("</div>\n");
    }

    private void writeChapters(Html body, String language) {
        openPanel(body, "chapters");
        hint(body, "chaptersHint");
        writeMessage(body);
        body.open("ol", "lang", language, "dir", "auto", "aria-describedby", "chaptersHint")
                .markup("</ol></section>\n");
    }

    private void writeTranscript(Html body, String language) {
        openPanel(body, "transcript");
        hint(body, "transcriptHint");
        writeMessage(body);
        body.open(
                        "div",
                        "class",
                        "words",
                        "lang",
                        language,
                        "dir",
                        TextDirection.of(language).htmlName(),
                        "aria-describedby",
                        "transcriptHint")
                .markup("</div>")
                .element(
                        "button",
                        texts.of("follow"),
                        "type",
                        "button",
                        "class",
                        "follow",
                        "hidden",
                        "")
                .markup("</section>\n");
    }

    private void openPanel(Html body, String name) {
        body.open(
                "section",
                "id",
                name,
                "class",
                "panel",
                "aria-label",
                texts.of(name),
                "hidden",
                "");
    }

    private void hint(Html body, String name) {
        body.element("p", texts.of(name), "id", name, "class", "unseen");
    }

    /// While the panel's content is loaded, and when that failed.
    private void writeMessage(Html body) {
        body.element("p", texts.of("loading"), "class", "state")
                .element(
                        "button",
                        texts.of("tryAgain"),
                        "type",
                        "button",
                        "class",
                        "again",
                        "hidden",
                        "");
    }

    private void writeMore(Html body) {
        openPanel(body, "more");
        body.markup("<p class=\"row\">")
                .element("label", texts.of("sleepTimer"), "for", "sleep")
                .markup("<select id=\"sleep\">")
                .element("option", texts.of("sleepOff"), "value", "")
                .element("option", texts.of("sleepChapter"), "value", "chapter")
                .markup("</select></p>\n<p class=\"row\">");
        textButton(body, "copyMoment");
        textButton(body, "copySentence");
        body.markup("</p>\n");
        writeKeys(body);
        body.element("p", texts.of("remembered"), "class", "remembered").markup("</section>\n");
    }

    private void textButton(Html body, String name) {
        body.element("button", texts.of(name), "type", "button", "class", name);
    }

    private void writeKeys(Html body) {
        body.markup("<details class=\"keys\">")
                .element("summary", texts.of("shortcuts"))
                .markup("<p><label><input type=\"checkbox\" class=\"use-keys\" checked> ")
                .text(texts.of("useShortcuts"))
                .markup("</label></p>\n<dl>");
        key(body, "keyPlay", texts.of("space"), "K");
        key(body, "keySeek", "←", "→");
        key(body, "keyStep", "J", "L");
        key(body, "keySentence", "P", "N");
        key(body, "keyVolume", "↑", "↓");
        key(body, "mute", "M");
        key(body, "keySpeed", "<", ">");
        key(body, "shortcuts", "?");
        body.markup("</dl></details>\n");
    }

    private void key(Html body, String meaning, String... keys) {
        body.markup("<div><dt>");
        for (String key : keys) {
            body.element("kbd", key);
        }
        body.markup("</dt>").element("dd", texts.of(meaning)).markup("</div>");
    }

    private static String speed(String speed) {
        return "<option value=\"%s\"%s>%s×</option>"
                .formatted(speed, speed.equals("1") ? " selected" : "", speed);
    }
}
