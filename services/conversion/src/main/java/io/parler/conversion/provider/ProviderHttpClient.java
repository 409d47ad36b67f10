package io.parler.conversion.provider;

import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.http.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Makes HTTP calls without retries. A call ends within its timeout, response body included, or
/// when the thread is interrupted.
public final class ProviderHttpClient {
    /// Enough for a quarter of an hour of speech in JSON.
    private static final long MAX_BYTES = 16L << 20;

    private static final Duration INTERACTIVE_TIMEOUT = Duration.ofSeconds(8);

    private final HttpClient client;
    private final Duration synthesisTimeout;
    private final InstantSource clock;

    public ProviderHttpClient(HttpClient client, Duration synthesisTimeout, InstantSource clock) {
        this.client = client;
        this.synthesisTimeout = synthesisTimeout;
        this.clock = clock;
    }

    /// The result of a call.
    public sealed interface Outcome {
        record Received(ProviderResponse response) implements Outcome {}

        /// There was no response, or it was incomplete.
        record Failed(String reason) implements Outcome {}
    }

    public Outcome call(HttpRequest.Builder request, Duration timeout) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        // Python servers drop the request body when the client offers an upgrade to HTTP/2.
        HttpRequest http1 = request.version(HttpClient.Version.HTTP_1_1).build();
        // The timeout of an HttpRequest does not cover the response body.
        CompletableFuture<HttpResponse<byte[]>> future =
                client.sendAsync(
                        http1, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
        try {
            HttpResponse<byte[]> response = future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome.Received(
                    new ProviderResponse(
                            response.statusCode(),
                            response.headers(),
                            response.body(),
                            clock.instant()));
        } catch (TimeoutException _) {
            return new Outcome.Failed("no response in " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Outcome.Failed(String.valueOf(e.getCause()));
        } finally {
            future.cancel(true);
        }
    }

    /// Synthesizes a text: posts `body` as JSON and parses the response with `onSuccess` or
    /// `onError`.
    public CallResult<SynthesizedSpeech> synthesize(
            HttpRequest.Builder request,
            Object body,
            Function<ProviderResponse, CallResult<SynthesizedSpeech>> onSuccess,
            Function<ProviderResponse, CallResult<SynthesizedSpeech>> onError)
            throws InterruptedException {
        HttpRequest.Builder post =
                request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
        return switch (call(post, synthesisTimeout)) {
            case Outcome.Failed(String reason) -> new CallResult.Busy<>(reason);
            case Outcome.Received(ProviderResponse response) ->
                    response.isOk() ? onSuccess.apply(response) : onError.apply(response);
        };
    }

    /// Fetches a list, such as that of the voices. Throws if the provider is unavailable.
    public ProviderResponse list(String provider, HttpRequest.Builder request) {
        try {
            return switch (call(request.GET(), INTERACTIVE_TIMEOUT)) {
                case Outcome.Received(ProviderResponse response) -> response;
                case Outcome.Failed(String reason) ->
                        throw new ProviderUnavailableException(provider, reason);
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailableException(provider, "interrupted");
        }
    }
}
