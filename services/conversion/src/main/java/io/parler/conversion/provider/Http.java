package io.parler.conversion.provider;

import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.Sound;
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
public final class Http {
    /// More than a quarter of an hour of speech in JSON.
    private static final long MOST_BYTES = 16L << 20;

    private static final Duration SLOW_ANSWER = Duration.ofSeconds(60);
    private static final Duration WHILE_SOMEBODY_WAITS = Duration.ofSeconds(8);

    private final HttpClient client;
    private final InstantSource clock;

    public Http(HttpClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /// How a call ended.
    public sealed interface Outcome {
        record Answered(Reply reply) implements Outcome {}

        /// No answer came, or not all of it.
        record Lost(String why) implements Outcome {}
    }

    public Outcome call(HttpRequest.Builder request, Duration within) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        // Offered an upgrade to HTTP/2, servers of Python lose the body.
        HttpRequest plain = request.version(HttpClient.Version.HTTP_1_1).build();
        // The request's own timeout ends with the headers of the answer.
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(
                        plain, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            HttpResponse<byte[]> answer = coming.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome.Answered(
                    new Reply(
                            answer.statusCode(), answer.headers(), answer.body(), clock.instant()));
        } catch (TimeoutException _) {
            return new Outcome.Lost("no answer in " + within.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Outcome.Lost(String.valueOf(e.getCause()));
        } finally {
            coming.cancel(true);
        }
    }

    /// Has a text spoken: posts `body` as JSON, and reads the answer by `given` or `refused`.
    public Answer<Sound> speech(
            HttpRequest.Builder request,
            Object body,
            Function<Reply, Answer<Sound>> given,
            Function<Reply, Answer<Sound>> refused)
            throws InterruptedException {
        HttpRequest.Builder post =
                request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
        return switch (call(post, SLOW_ANSWER)) {
            case Outcome.Lost(String why) -> new Answer.Busy<>(why);
            case Outcome.Answered(Reply reply) ->
                    reply.isOk() ? given.apply(reply) : refused.apply(reply);
        };
    }

    /// The whole of a list. One that can't be had now is an outage.
    public Reply list(String service, HttpRequest.Builder request) {
        try {
            return switch (call(request.GET(), WHILE_SOMEBODY_WAITS)) {
                case Outcome.Answered(Reply reply) -> reply;
                case Outcome.Lost(String why) -> throw new ServiceFailed(service, why);
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ServiceFailed(service, "interrupted");
        }
    }
}
