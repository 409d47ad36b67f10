package io.parler.deploy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;

/// Asks a deployed suite for its page and its voices.
final class SmokeTest {
    static final List<String> PATHS = List.of("/", "/v1/voices");

    /// A route that needs a key is there when it says so.
    private static final Set<Integer> WORKING = Set.of(200, 401);

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /// How one address answered.
    sealed interface Answer {
        URI address();

        record Works(URI address) implements Answer {}

        /// There is no answer: DNS and CloudFront may need some minutes.
        record Unreachable(URI address, String reason) implements Answer {}

        record Wrong(URI address, int status) implements Answer {}

        default String sentence() {
            return switch (this) {
                case Works works -> works.address() + " works.";
                case Unreachable unreachable ->
                        unreachable.address()
                                + " is not reachable yet ("
                                + unreachable.reason()
                                + "): DNS and CloudFront may need some minutes.";
                case Wrong wrong -> wrong.address() + " answers " + wrong.status() + ", not 200.";
            };
        }
    }

    List<Answer> run(String origin) {
        List<Answer> answers = new ArrayList<>();
        for (String path : PATHS) {
            answers.add(get(URI.create(origin + path)));
        }
        return answers;
    }

    private Answer get(URI address) {
        try {
            HttpResponse<Void> response =
                    http.send(
                            HttpRequest.newBuilder(address).timeout(TIMEOUT).build(),
                            HttpResponse.BodyHandlers.discarding());
            return WORKING.contains(response.statusCode())
                    ? new Answer.Works(address)
                    : new Answer.Wrong(address, response.statusCode());
        } catch (IOException e) {
            return new Answer.Unreachable(address, reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unreachable(address, "interrupted");
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case HttpTimeoutException _ -> "no answer in " + TIMEOUT.toSeconds() + " s";
            case ConnectException _ -> "no connection, or no such name";
            case SSLException _ -> "no certificate for this name: " + e.getMessage();
            default -> String.valueOf(e.getMessage());
        };
    }
}
