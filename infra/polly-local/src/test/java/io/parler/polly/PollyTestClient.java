package io.parler.polly;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.polly.model.OutputFormat;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechRequest;

/// A client of the endpoint with the AWS SDK, which decodes the responses.
final class PollyTestClient implements AutoCloseable {
    private static final Pattern MARK =
            Pattern.compile(
                    "\\{\"time\":(\\d+),\"type\":\"(\\w+)\",\"start\":(\\d+),\"end\":(\\d+),\"value\":\"(.*)\"}",
                    Pattern.DOTALL);

    private final PollyLocal endpoint;
    private final PollyClient client;

    /// A line of a json response.
    record Line(long time, String type, int start, int end, String value) {}

    /// An MP3, decoded by another library than the one that made it.
    record Heard(int sampleRate, int channels, double seconds, double rms, int loudest) {}

    PollyTestClient(PollyLocal endpoint) {
        this.endpoint = endpoint;
        client =
                PollyClient.builder()
                        .endpointOverride(URI.create("http://127.0.0.1:" + endpoint.port()))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("any", "any")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .build();
    }

    PollyClient client() {
        return client;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + endpoint.port() + path);
    }

    @Override
    public void close() {
        client.close();
        endpoint.close();
    }

    /// Joanna, neural, MP3, unless the changes say otherwise.
    byte[] speech(String text, Consumer<SynthesizeSpeechRequest.Builder> changes) {
        return client.synthesizeSpeechAsBytes(
                        request -> {
                            request.voiceId("Joanna")
                                    .engine("neural")
                                    .outputFormat(OutputFormat.MP3)
                                    .text(text);
                            changes.accept(request);
                        })
                .asByteArray();
    }

    byte[] speech(String text) {
        return speech(text, request -> {});
    }

    List<Line> marks(String text, Consumer<SynthesizeSpeechRequest.Builder> changes) {
        byte[] answer =
                speech(
                        text,
                        request -> {
                            request.outputFormat(OutputFormat.JSON)
                                    .speechMarkTypesWithStrings("sentence", "word");
                            changes.accept(request);
                        });
        return new String(answer, StandardCharsets.UTF_8)
                .lines()
                .map(PollyTestClient::line)
                .toList();
    }

    private static Line line(String line) {
        Matcher m = MARK.matcher(line);
        if (!m.matches()) {
            throw new AssertionError("no speech mark: " + line);
        }
        return new Line(
                Long.parseLong(m.group(1)),
                m.group(2),
                Integer.parseInt(m.group(3)),
                Integer.parseInt(m.group(4)),
                m.group(5).replace("\\\"", "\"").replace("\\/", "/"));
    }

    static Heard hear(byte[] mp3) {
        Bitstream stream = new Bitstream(new ByteArrayInputStream(mp3));
        Decoder decoder = new Decoder();
        long samples = 0;
        double squares = 0;
        int loudest = 0;
        int rate = 0;
        int channels = 0;
        try {
            Header frame;
            while ((frame = stream.readFrame()) != null) {
                SampleBuffer buffer = (SampleBuffer) decoder.decodeFrame(frame, stream);
                rate = buffer.getSampleFrequency();
                channels = buffer.getChannelCount();
                for (int i = 0; i < buffer.getBufferLength(); i++) {
                    int sample = buffer.getBuffer()[i];
                    squares += (double) sample * sample;
                    loudest = Math.max(loudest, Math.abs(sample));
                    samples++;
                }
                stream.closeFrame();
            }
        } catch (JavaLayerException e) {
            throw new AssertionError("no MP3", e);
        }
        return new Heard(
                rate, channels, samples / (double) rate, Math.sqrt(squares / samples), loudest);
    }
}
