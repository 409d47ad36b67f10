package io.parler.polly;

/// Reads text without tags.
final class PlainText {
    private PlainText() {}

    static Script read(String text) {
        ScriptBuilder script = new ScriptBuilder();
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
