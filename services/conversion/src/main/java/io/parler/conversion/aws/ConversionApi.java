package io.parler.conversion.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.conversion.Articles;
import io.parler.conversion.Engine;
import io.parler.conversion.PronunciationStore;
import io.parler.conversion.Scripts;
import io.parler.conversion.Time;
import io.parler.conversion.VoiceProfile;
import io.parler.conversion.Voices;
import io.parler.http.HttpApi;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Tells which voices there are and what would be said, and keeps how words are said.
public final class ConversionApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Voices voices;
    private final HttpApi api;

    public ConversionApi() {
        this(ApiSettings.from(System.getenv()));
    }

    private ConversionApi(ApiSettings settings) {
        this(settings, new Clients(settings.region()));
    }

    private ConversionApi(ApiSettings settings, Clients clients) {
        this(
                new PollyVoices(clients.pollyVoices(), InstantSource.system()),
                LoadPostArticles.once(
                        clients.promptLambda(), settings.loadPostFunction(), Time.system()),
                new S3Pronunciations(new S3Objects(clients.s3(), settings.audioBucket())));
    }

    ConversionApi(Voices voices, Articles articles, PronunciationStore pronunciations) {
        this.voices = voices;
        ScriptsEndpoint scripts =
                new ScriptsEndpoint(new Scripts(articles, voices, pronunciations));
        PronunciationsEndpoint rules = new PronunciationsEndpoint(pronunciations);
        this.api =
                HttpApi.of(
                        Route.of("GET /v1/voices", this::voices),
                        Route.of("POST /v1/scripts", scripts::post),
                        Route.of("GET /v1/pronunciations", rules::get),
                        Route.of("PUT /v1/pronunciations", rules::put));
    }

    private record VoiceV1(
            String id, String name, String language, String gender, List<String> engines) {
        static VoiceV1 of(VoiceProfile voice) {
            return new VoiceV1(
                    voice.id(),
                    voice.name(),
                    voice.language(),
                    voice.gender(),
                    voice.engines().stream().map(Engine::id).toList());
        }
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    private Response voices(Request request) {
        Optional<String> language = request.query("language");
        List<VoiceV1> spoken =
                voices.all().stream()
                        .filter(voice -> language.isEmpty() || voice.speaks(language.get()))
                        .map(VoiceV1::of)
                        .toList();
        return Response.json(200, spoken).header("Cache-Control", "public, max-age=300");
    }
}
