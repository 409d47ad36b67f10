package io.parler.conversion.aws.api;

import io.parler.conversion.aws.loadpost.LoadPostClient;
import io.parler.conversion.aws.request.ConversionRequestParser;
import io.parler.conversion.aws.store.ScriptJson;
import io.parler.conversion.preparation.ConversionSpec;
import io.parler.conversion.preparation.ScriptPreparer;
import io.parler.http.Request;
import io.parler.http.Response;

/// `POST /v1/scripts`: the script of a conversion, before anything is synthesized.
final class ScriptsEndpoint {
    private final ScriptPreparer scripts;

    ScriptsEndpoint(ScriptPreparer scripts) {
        this.scripts = scripts;
    }

    Response post(Request request) throws InterruptedException {
        ConversionSpec spec = ConversionRequestParser.parse(request);
        return switch (LoadPostClient.onBehalfOf(
                request.caller(),
                () ->
                        scripts.preview(
                                spec.account(), spec.source(), spec.voice(), spec.options()))) {
            case ScriptPreparer.Preview.Refused refused -> Response.of(refused.problem(), request);
            case ScriptPreparer.Preview.Written written ->
                    Response.json(200, ScriptJson.of(written.article(), written.script()))
                            .header("Cache-Control", "no-store");
        };
    }
}
