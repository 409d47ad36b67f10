package io.parler.polly.text;

import io.parler.polly.voice.Language;

/// Parses text without tags.
public final class PlainTextParser {
    private PlainTextParser() {}

    public static Script parse(String text, Language language) {
        ScriptBuilder script = new ScriptBuilder(language);
        int[] bytes = {0};
        text.codePoints()
                .forEach(
                        codePoint -> {
                            int start = bytes[0];
                            bytes[0] += Utf8Offsets.length(codePoint);
                            script.character(codePoint, start, bytes[0]);
                        });
        return script.build();
    }
}
