package io.parler.conversion;

/// Everything but the text that decides how a chunk sounds.
public record Narration(String service, VoiceProfile voice, Engine engine) {
    public int sampleRate() {
        return engine.sampleRate();
    }

    /// The name under which the audio of `text` is kept: equal exactly when its bytes would be.
    public ChunkKey key(String text) {
        return new ChunkKey(
                Hash.of(
                        service,
                        voice.id(),
                        engine.id(),
                        "mp3",
                        Integer.toString(sampleRate()),
                        "text",
                        text));
    }
}
