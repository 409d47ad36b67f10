package io.parler.status.aws;

import io.parler.hash.Sha256;
import io.parler.http.Json;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.problem.Problem;
import io.parler.problem.ProblemType;
import io.parler.status.player.PlayerAssets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The script and the style of the player, the same for every conversion. Their address has the
/// version of all of them, so that a page never mixes the files of two releases.
record PlayerFiles(PlayerAssets assets, Map<String, StaticFile> files) {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    /// The player's texts by language and name.
    @SuppressWarnings("serial") // it is never serialized by Java
    private static final class Texts extends LinkedHashMap<String, Map<String, String>> {}

    static PlayerFiles read() {
        Map<String, StaticFile> files = new LinkedHashMap<>();
        files.put(PlayerAssets.STYLE, file(PlayerAssets.STYLE, "text/css"));
        Stream.concat(PlayerAssets.SCRIPTS.stream(), Stream.of(PlayerAssets.COMPONENT_SCRIPT))
                .forEach(name -> files.put(name, file(name, "text/javascript")));
        try {
            byte[] texts = file("strings.json", "application/json").content();
            return new PlayerFiles(
                    new PlayerAssets(version(files), Json.read(texts, Texts.class)), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StaticFile file(String name, String mediaType) {
        return StaticFile.of("/player/" + name, mediaType);
    }

    private static String version(Map<String, StaticFile> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.values().forEach(file -> all.writeBytes(file.content()));
        return Sha256.hex(all.toByteArray()).substring(0, 12);
    }

    Response response(Request request) {
        StaticFile file = files.get(request.path("file"));
        if (file == null) {
            return Response.of(
                    Problem.of(ProblemType.NOT_FOUND, "The player has no such file."), request);
        }
        // During a rollout a page may come from another release than its files.
        boolean current = request.path("version").equals(assets.version());
        return file.response(request, current ? FOREVER : "no-cache");
    }
}
