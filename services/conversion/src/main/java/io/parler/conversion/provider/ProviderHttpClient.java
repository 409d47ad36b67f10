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

/// One HTTP call, one try. It ends in its time, to the last byte of the body, or when the thread
/// is interrupted.
public final class ProviderHttpClient {
    /// More than a quarter of an hour of speech in JSON.
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

    /// How a call ended.
    public sealed interface Outcome {
        record Received(ProviderResponse reply) implements Outcome {}

        /// No answer came, or not all of it.
        record Failed(String reason) implements Outcome {}
    }

    public Outcome call(HttpRequest.Builder request, Duration timeout) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        // Offered an upgrade to HTTP/2, servers of Python lose the body.
        HttpRequest plain = request.version(HttpClient.Version.HTTP_1_1).build();
        // The request's own timeout ends with the headers of the answer.
        CompletableFuture<HttpResponse<byte[]>> future =
                client.sendAsync(
                        plain, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
        try {
            HttpResponse<byte[]> response = future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome.Received(
                    new ProviderResponse(
                            response.statusCode(),
                            response.headers(),
                            response.body(),
                            clock.instant()));
        } catch (TimeoutException _) {
            return new Outcome.Failed("no answer in " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Outcome.Failed(String.valueOf(e.getCause()));
        } finally {
            future.cancel(true);
        }
    }

    /// Has a text spoken: posts `body` as JSON, and reads the answer by `onSuccess` or `onError`.
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
            case Outcome.Received(ProviderResponse reply) ->
                    reply.isOk() ? onSuccess.apply(reply) : onError.apply(reply);
        };
    }

    /// The whole of a list. One that can't be had now is an outage.
    public ProviderResponse list(String provider, HttpRequest.Builder request) {
        try {
            return switch (call(request.GET(), INTERACTIVE_TIMEOUT)) {
                case Outcome.Received(ProviderResponse reply) -> reply;
                case Outcome.Failed(String reason) ->
                        throw new ProviderUnavailableException(provider, reason);
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailableException(provider, "interrupted");
        }
    }
}
