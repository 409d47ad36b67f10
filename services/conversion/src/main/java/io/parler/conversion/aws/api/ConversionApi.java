package io.parler.conversion.aws.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.conversion.Time;
import io.parler.conversion.article.ArticleLoader;
import io.parler.conversion.aws.loadpost.LoadPostArticleLoader;
import io.parler.conversion.aws.loadpost.LoadPostClient;
import io.parler.conversion.aws.store.S3ChunkStore;
import io.parler.conversion.aws.store.S3Objects;
import io.parler.conversion.aws.store.S3Pronunciations;
import io.parler.conversion.aws.store.S3Samples;
import io.parler.conversion.aws.voice.ConfiguredVoices;
import io.parler.conversion.aws.voice.VoiceSettings;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.preparation.ScriptPreparer;
import io.parler.conversion.quote.QuoteCalculator;
import io.parler.conversion.sample.VoiceSamples;
import io.parler.conversion.speech.PronunciationStore;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.http.HttpApi;
import io.parler.http.HttpFunction;
import io.parler.http.PrimingRequest;
import io.parler.http.Route;
import io.parler.id.Scope;
import io.parler.snapshot.Primed;
import io.parler.snapshot.Snapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Serves the routes for voices, scripts, quotes and pronunciations.
public final class ConversionApi implements HttpFunction, Primed {
    private static final CallLimits LIMITS =
            CallLimits.within(Duration.ofSeconds(30)).withAttempts(4);

    /// One attempt that ends before the function does, because a caller waits.
    private static final CallLimits LOAD_POST = CallLimits.once(Duration.ofSeconds(24));

    private final HttpApi api;

    /// The ports and limits of the API.
    ///
    /// @param origin the public origin of the API
    /// @param standInProviders the providers in whose place another voice speaks
    record Dependencies(
            VoiceCatalog voices,
            SpeechSynthesizer synthesizer,
            ArticleLoader articles,
            PronunciationStore pronunciations,
            ChunkStore chunks,
            VoiceSamples.SampleStore samples,
            Limits limits,
            String origin,
            List<String> standInProviders) {
        static Dependencies of(ApiSettings settings) {
            AwsClients clients = new AwsClients(settings.region());
            InstantSource clock = InstantSource.system();
            ConfiguredVoices voices =
                    ConfiguredVoices.of(
                            clients, Environment.read(System.getenv(), VoiceSettings::of), clock);
            S3Objects objects = new S3Objects(clients.s3(LIMITS), settings.audioBucket());
            return new Dependencies(
                    voices,
                    voices,
                    LoadPostArticleLoader.once(
                            new LoadPostClient(
                                    clients.lambda(LOAD_POST), settings.loadPostFunction()),
                            Time.system()),
                    new S3Pronunciations(objects),
                    new S3ChunkStore(objects, clock),
                    new S3Samples(objects),
                    new Limits(settings.maxCharacters()),
                    settings.publicOrigin(),
                    settings.standInProviders());
        }
    }

    public ConversionApi() {
        this(Dependencies.of(Environment.read(System.getenv(), ApiSettings::of)));
        Snapshot.register(this);
    }

    ConversionApi(Dependencies dependencies) {
        ScriptPreparer scripts =
                new ScriptPreparer(
                        dependencies.articles(),
                        dependencies.voices(),
                        dependencies.pronunciations());
        VoicesEndpoint voices =
                new VoicesEndpoint(
                        dependencies.voices(),
                        new VoiceSamples(
                                dependencies.voices(),
                                dependencies.synthesizer(),
                                dependencies.samples()),
                        dependencies.origin(),
                        dependencies.standInProviders());
        QuotesEndpoint quotes =
                new QuotesEndpoint(
                        new QuoteCalculator(
                                scripts,
                                dependencies.voices(),
                                dependencies.chunks(),
                                dependencies.limits()));
        PronunciationsEndpoint rules = new PronunciationsEndpoint(dependencies.pronunciations());
        this.api =
                HttpApi.of(
                        Route.needs(Scope.READ, "GET /v1/voices", voices::list),
                        Route.needs(Scope.READ, "GET /v1/voices/{voice}/sample", voices::sample),
                        Route.needs(
                                Scope.READ, "POST /v1/scripts", new ScriptsEndpoint(scripts)::post),
                        Route.needs(Scope.READ, "POST /v1/quotes", quotes::post),
                        Route.needs(Scope.READ, "GET /v1/pronunciations", rules::get),
                        Route.needs(Scope.CONVERT, "PUT /v1/pronunciations", rules::put));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    /// Without a provider of voices, which may be a third party.
    @Override
    public void prime() throws IOException {
        prime(
                PrimingRequest.of("GET /v1/pronunciations"),
                PrimingRequest.of("POST /v1/scripts")
                        .body(
                                """
                                {"source": {"title": "A post", "text": "One sentence. And 2 more.",
                                 "language": "en"}}"""));
    }
}
