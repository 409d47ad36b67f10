package io.parler.conversion.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.aws.AwsInMemory.Response;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A fake of Polly: its audio is silence, one frame for each character, unless a response is
/// prepared.
public final class PollyInMemory {
    private static final String VOICES =
            """
            {"Voices":[{"Id":"Joanna","Name":"Joanna","LanguageCode":"en-US","Gender":"Female",
              "AdditionalLanguageCodes":["es-US"],
              "SupportedEngines":["neural","standard","quantum"]}],"NextToken":"2"}
            """;
    private static final String MORE_VOICES =
            """
            {"Voices":[
              {"Id":"Hans","Name":"Hans","LanguageCode":"de-DE","Gender":"Male",
               "SupportedEngines":["standard"]},
              {"Id":"Q","Name":"Q","LanguageCode":"en-US","Gender":"Male",
               "SupportedEngines":["quantum"]}]}
            """;

    private final Queue<Response> told = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> spoken = new ConcurrentHashMap<>();
    private final AtomicInteger lists = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile IntFunction<Optional<Response>> fate = _ -> Optional.empty();

    /// Prepares its next response.
    public void answers(Response... answers) {
        told.addAll(List.of(answers));
    }

    /// Prepares responses by the number of the call, from 0. Empty: the call succeeds.
    public void fares(IntFunction<Optional<Response>> byNumber) {
        fate = byNumber;
    }

    /// How often each input was synthesized.
    public Map<String, Integer> spoken() {
        return Map.copyOf(spoken);
    }

    /// How often the voices were requested.
    public int lists() {
        return lists.get();
    }

    public Response voices(boolean first) {
        lists.incrementAndGet();
        return Response.of(200, first ? VOICES : MORE_VOICES);
    }

    public Response speech(String body) {
        Optional<Response> fated = fate.apply(calls.getAndIncrement());
        Optional<Response> first = Optional.ofNullable(told.poll()).or(() -> fated);
        if (first.isPresent()) {
            return first.get();
        }
        try {
            JsonNode request = Json.tree(body);
            String text = request.path("Text").asText();
            boolean ssml = request.path("TextType").asText().equals("ssml");
            String billed = ssml ? text.replaceAll("<[^>]*>", "") : text;
            if (request.path("OutputFormat").asText().equals("json")) {
                return speechMarks(text, billed.length());
            }
            spoken.merge(text, 1, Integer::sum);
            int header =
                    request.path("SampleRate").asText().equals("24000") ? 0xfff364c4 : 0xfff360c4;
            return new Response(
                    200,
                    Map.of(
                            "Content-Type",
                            "audio/mpeg",
                            "x-amzn-RequestCharacters",
                            Integer.toString(billed.length())),
                    Mp3.silence(new FrameHeader(header), 1 + billed.length()).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A speech mark for each word; each character takes one frame.
    private static Response speechMarks(String text, int billed) {
        StringBuilder lines = new StringBuilder();
        Matcher word = Pattern.compile("[^\\s<>]+(?![^<]*>)").matcher(text);
        while (word.find()) {
            int start = text.substring(0, word.start()).getBytes(StandardCharsets.UTF_8).length;
            int end = start + word.group().getBytes(StandardCharsets.UTF_8).length;
            lines.append(
                            Json.string(
                                    Map.of(
                                            "time",
                                            word.start(),
                                            "type",
                                            "word",
                                            "start",
                                            start,
                                            "end",
                                            end,
                                            "value",
                                            word.group())))
                    .append('\n');
        }
        return new Response(
                200,
                Map.of("x-amzn-RequestCharacters", Integer.toString(billed)),
                lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
