package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.events.Redelivery;
import io.parler.status.AudioUrls;
import io.parler.status.ConversionDeleter;
import io.parler.status.ConversionRenamer;
import io.parler.status.ConversionStoreInMemory;
import io.parler.status.LongPoll;
import io.parler.status.UrlSigner;
import io.parler.status.listen.NewestAudio;
import io.parler.status.listen.PostAudioStoreInMemory;
import io.parler.status.plays.PlayCounter;
import io.parler.status.plays.PlayStoreInMemory;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import io.parler.testing.SettableClock;
import io.parler.testing.SqsBatch;
import java.util.Map;

/// The API of a service that has recorded the example of a completed conversion.
final class ListenFixture {
    static final String ORIGIN = "https://parler.example.com";
    static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    static final String POST = "https://blog.example.com/2026/11/why-queues-beat-cron/";

    private final ConversionStoreInMemory conversions = new ConversionStoreInMemory();
    private final PostAudioStoreInMemory posts = new PostAudioStoreInMemory();
    private final PlayStoreInMemory plays = new PlayStoreInMemory();
    private final SettableClock clock = new SettableClock("2026-11-20T10:30:00Z");
    private final StatusApi api;

    ListenFixture() {
        this(ORIGIN);
    }

    ListenFixture(String publicOrigin) {
        api =
                new StatusApi(
                        conversions,
                        new LongPoll(conversions, clock, clock::advance),
                        new ConversionDeleter(conversions, (_, _) -> {}, _ -> {}, clock),
                        new ConversionRenamer(
                                conversions, (id, account, title, revision) -> {}, clock),
                        new NewestAudio(posts, conversions),
                        new PlaysEndpoint(new PlayCounter(conversions, plays, clock), plays),
                        new AudioUrls(publicOrigin, ListenFixture::noSigner, clock));
        record("conversion.requested.v1-url", "conversion.completed.v1");
    }

    private static UrlSigner noSigner() {
        throw new IllegalStateException("a public file is not signed");
    }

    void record(String... examples) {
        StatusRecorder recorder =
                new StatusRecorder(
                        conversions, posts, plays, clock, Redelivery.afterVisibilityTimeout());
        for (String example : examples) {
            String event =
                    Contract.event(example)
                            .replaceFirst("\"subject\": \"[^\"]*\"", "\"subject\": \"" + ID + "\"");
            assertThat(SqsBatch.failures(recorder, event)).isEmpty();
        }
    }

    APIGatewayV2HTTPResponse get(
            String route,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> headers) {
        return api.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withPathParameters(path)
                        .withQueryStringParameters(query)
                        .withHeaders(headers)
                        .build(),
                new LambdaContext());
    }

    SettableClock clock() {
        return clock;
    }

    APIGatewayV2HTTPResponse post(
            String route, String id, String body, Map<String, String> headers) {
        return api.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withPathParameters(Map.of("id", id))
                        .withHeaders(headers)
                        .withBody(body)
                        .build(),
                new LambdaContext());
    }

    /// A request with what the authorizer says about its key.
    APIGatewayV2HTTPResponse getAs(
            Map<String, Object> caller, String route, Map<String, String> query) {
        return api.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withQueryStringParameters(query)
                        .withRequestContext(
                                APIGatewayV2HTTPEvent.RequestContext.builder()
                                        .withAuthorizer(
                                                APIGatewayV2HTTPEvent.RequestContext.Authorizer
                                                        .builder()
                                                        .withLambda(caller)
                                                        .build())
                                        .build())
                        .build(),
                new LambdaContext());
    }
}
