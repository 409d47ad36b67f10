package io.parler.polly;

/// Reads text without tags.
final class PlainText {
    private PlainText() {}

    /// @param own the language it is in
    static Script read(String text, Language own) {
        ScriptBuilder script = new ScriptBuilder(own);
        int[] bytes = {0};
        text.codePoints()
                .forEach(
                        codePoint -> {
                            int start = bytes[0];
                            bytes[0] += Utf8.length(codePoint);
                            script.character(codePoint, start, bytes[0]);
                        });
        return script.build();
    }
}
