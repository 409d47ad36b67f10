package io.parler.status.aws;

import io.parler.hash.ETag;
import io.parler.hash.Sha256;
import io.parler.http.Json;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.problem.Problem;
import io.parler.problem.ProblemType;
import io.parler.status.player.PlayerAssets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The script and the style of the player, the same for every conversion. Their address has the
/// version of all of them, so that a page never mixes the files of two releases.
record PlayerFiles(PlayerAssets assets, Map<String, byte[]> contents) {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    /// The player's texts by language and name.
    @SuppressWarnings("serial") // it is never serialized by Java
    private static final class Texts extends LinkedHashMap<String, Map<String, String>> {}

    static PlayerFiles read() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(PlayerAssets.STYLE, resource(PlayerAssets.STYLE));
        PlayerAssets.SCRIPTS.forEach(name -> contents.put(name, resource(name)));
        try {
            Texts texts = Json.read(resource("strings.json"), Texts.class);
            return new PlayerFiles(new PlayerAssets(version(contents), texts), contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = PlayerFiles.class.getResourceAsStream("/player/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing in the archive: player/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(Map<String, byte[]> contents) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        contents.values().forEach(all::writeBytes);
        return Sha256.hex(all.toByteArray()).substring(0, 12);
    }

    Response response(Request request) {
        String name = request.path("file");
        byte[] content = contents.get(name);
        if (content == null) {
            return Response.of(
                    Problem.of(ProblemType.NOT_FOUND, "The player has no such file."), request);
        }
        ETag etag = ETag.of(content);
        String type = name.equals(PlayerAssets.STYLE) ? "text/css" : "text/javascript";
        Response response =
                request.has(etag)
                        ? Response.empty(304)
                        : Response.of(200, type + "; charset=utf-8", content);
        // During a rollout a page may come from another release than its files.
        boolean current = request.path("version").equals(assets.version());
        return response.header("ETag", etag.value())
                .header("Cache-Control", current ? FOREVER : "no-cache")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff");
    }
}
