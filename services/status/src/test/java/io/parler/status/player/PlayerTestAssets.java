package io.parler.status.player;

import io.parler.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The player's real texts, with a version that tests know.
final class PlayerTestAssets {
    static final String VERSION = "v1";

    private PlayerTestAssets() {}

    @SuppressWarnings("serial") // it is never serialized by Java
    private static final class Texts extends LinkedHashMap<String, Map<String, String>> {}

    static PlayerAssets assets() {
        try (InputStream in = PlayerTestAssets.class.getResourceAsStream("/player/strings.json")) {
            return new PlayerAssets(
                    VERSION, Json.read(Objects.requireNonNull(in).readAllBytes(), Texts.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
