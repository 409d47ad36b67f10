package io.parler.conversion.aws.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.conversion.Time;
import io.parler.conversion.article.Articles;
import io.parler.conversion.aws.Clients;
import io.parler.conversion.aws.loadpost.LoadPost;
import io.parler.conversion.aws.loadpost.LoadPostArticles;
import io.parler.conversion.aws.loadpost.LoadPostUnavailable;
import io.parler.conversion.aws.store.S3ChunkStore;
import io.parler.conversion.aws.store.S3Objects;
import io.parler.conversion.aws.store.S3Pronunciations;
import io.parler.conversion.aws.store.S3Samples;
import io.parler.conversion.aws.voice.ConfiguredVoices;
import io.parler.conversion.aws.voice.VoiceSettings;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.preparation.Scripts;
import io.parler.conversion.provider.ServiceFailed;
import io.parler.conversion.quote.Quotes;
import io.parler.conversion.sample.Samples;
import io.parler.conversion.speech.PronunciationStore;
import io.parler.conversion.voice.Voice;
import io.parler.conversion.voice.Voices;
import io.parler.http.Endpoint;
import io.parler.http.HttpApi;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Tells which voices there are, what would be said and what that would cost, and keeps how words
/// are said.
public final class ConversionApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Logger log = LoggerFactory.getLogger(ConversionApi.class);

    private final HttpApi api;

    /// What the API needs.
    ///
    /// @param origin where it is reached
    record Parts(
            Voices voices,
            Voice voice,
            Articles articles,
            PronunciationStore pronunciations,
            ChunkStore chunks,
            Samples.Shelf samples,
            Limits limits,
            String origin) {
        static Parts of(ApiSettings settings) {
            Clients clients = new Clients(settings.region());
            InstantSource clock = InstantSource.system();
            ConfiguredVoices voices =
                    ConfiguredVoices.of(clients, VoiceSettings.from(System.getenv()), clock);
            S3Objects objects = new S3Objects(clients.s3(), settings.audioBucket());
            return new Parts(
                    voices,
                    voices,
                    LoadPostArticles.once(
                            new LoadPost(clients.promptLambda(), settings.loadPostFunction()),
                            Time.system()),
                    new S3Pronunciations(objects),
                    new S3ChunkStore(objects, clock),
                    new S3Samples(objects),
                    new Limits(settings.mostCharacters()),
                    settings.publicOrigin());
        }
    }

    public ConversionApi() {
        this(Parts.of(ApiSettings.from(System.getenv())));
    }

    ConversionApi(Parts parts) {
        Scripts scripts = new Scripts(parts.articles(), parts.voices(), parts.pronunciations());
        VoicesEndpoint voices =
                new VoicesEndpoint(
                        parts.voices(),
                        new Samples(parts.voices(), parts.voice(), parts.samples()),
                        parts.origin());
        QuotesEndpoint quotes =
                new QuotesEndpoint(
                        new Quotes(scripts, parts.voices(), parts.chunks(), parts.limits()));
        PronunciationsEndpoint rules = new PronunciationsEndpoint(parts.pronunciations());
        this.api =
                HttpApi.of(
                        Route.of("GET /v1/voices", voices::list),
                        Route.of("GET /v1/voices/{voice}/sample", orLater(voices::sample)),
                        Route.of("POST /v1/scripts", orLater(new ScriptsEndpoint(scripts)::post)),
                        Route.of("POST /v1/quotes", orLater(quotes::post)),
                        Route.of("GET /v1/pronunciations", orLater(rules::get)),
                        Route.of("PUT /v1/pronunciations", orLater(rules::put)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    /// An outage is told as one: the same request may succeed later.
    private static Endpoint orLater(Endpoint endpoint) {
        return (Request request) -> {
            try {
                return endpoint.handle(request);
            } catch (SdkException | LoadPostUnavailable | ServiceFailed e) {
                log.atError().setCause(e).log("an outage");
                return Response.unavailable(request);
            }
        };
    }
}
