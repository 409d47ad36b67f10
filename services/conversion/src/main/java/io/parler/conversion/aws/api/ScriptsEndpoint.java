package io.parler.conversion.aws.api;

import io.parler.conversion.aws.request.ConversionRequestParser;
import io.parler.conversion.aws.request.Refusals;
import io.parler.conversion.aws.store.ScriptJson;
import io.parler.conversion.preparation.Commission;
import io.parler.conversion.preparation.Scripts;
import io.parler.http.Request;
import io.parler.http.Response;

/// `POST /v1/scripts`: what would be said, before anything is spoken.
final class ScriptsEndpoint {
    private final Scripts scripts;

    ScriptsEndpoint(Scripts scripts) {
        this.scripts = scripts;
    }

    Response post(Request request) throws InterruptedException {
        Commission asked = ConversionRequestParser.parse(request);
        return switch (scripts.preview(
                asked.accountId(), asked.source(), asked.voice(), asked.options())) {
            case Scripts.Preview.Refused refused ->
                    Response.of(Refusals.of(refused.problem()), request);
            case Scripts.Preview.Written written ->
                    Response.json(200, ScriptJson.of(written.article(), written.script()))
                            .header("Cache-Control", "no-store");
        };
    }
}
