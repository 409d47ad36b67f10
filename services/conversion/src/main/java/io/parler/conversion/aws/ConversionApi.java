package io.parler.conversion.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.conversion.Engine;
import io.parler.conversion.VoiceProfile;
import io.parler.conversion.Voices;
import io.parler.http.HttpApi;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;

/// Tells which voices there are.
public final class ConversionApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Voices voices;
    private final HttpApi api = HttpApi.of(Route.of("GET /v1/voices", this::voices));

    public ConversionApi() {
        this(
                new PollyVoices(
                        new Clients(Region.of(System.getenv("AWS_REGION"))).pollyVoices(),
                        InstantSource.system()));
    }

    ConversionApi(Voices voices) {
        this.voices = voices;
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
