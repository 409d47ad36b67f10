package io.parler.status.aws;

import io.parler.hash.ETag;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.status.oembed.OEmbed;
import java.nio.charset.StandardCharsets;

/// `GET /oembed`: how to embed the player of a conversion or of a post (oEmbed 1.0).
final class OEmbedEndpoint {
    private static final int MAX_PIXELS = 10_000;

    private final EmbedTargets targets;
    private final String publicOrigin;

    OEmbedEndpoint(EmbedTargets targets, String publicOrigin) {
        this.targets = targets;
        this.publicOrigin = publicOrigin;
    }

    Response handle(Request request) {
        String format = request.query("format").orElse("json");
        if (!format.equals("json") && !format.equals("xml")) {
            throw new ProblemException(
                    ProblemType.FORMAT_NOT_OFFERED, "The formats are json and xml.");
        }
        OEmbed.Size size =
                OEmbed.Size.within(
                        request.intQuery("maxwidth", MAX_PIXELS, 1, MAX_PIXELS),
                        request.intQuery("maxheight", MAX_PIXELS, 1, MAX_PIXELS));
        EmbedTargets.Target target =
                targets.find(request.requiredQuery("url"), ListenEndpoint.account(request));
        OEmbed embed = new OEmbed(publicOrigin, target.audiobook(), target.player(), size);
        Response response =
                format.equals("xml")
                        ? Response.of(
                                200,
                                "text/xml; charset=utf-8",
                                embed.xml().getBytes(StandardCharsets.UTF_8))
                        : Response.json(200, embed.members());
        ETag etag = ETag.of(response.body());
        return (request.has(etag) ? Response.empty(304) : response)
                .header("ETag", etag.value())
                .header("Cache-Control", ListenEndpoint.CACHE_CONTROL)
                .header("X-Content-Type-Options", "nosniff");
    }
}
