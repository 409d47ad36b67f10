package io.parler.conversion.aws;

import io.parler.conversion.Engine;
import io.parler.conversion.VoiceProfile;
import io.parler.conversion.Voices;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.polly.model.DescribeVoicesRequest;
import software.amazon.awssdk.services.polly.model.DescribeVoicesResponse;
import software.amazon.awssdk.services.polly.model.Voice;

/// Amazon Polly's voices, asked for once in a while: they change a few times a year.
final class PollyVoices implements Voices {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final PollyClient polly;
    private final InstantSource clock;
    private Optional<Known> known = Optional.empty();

    private record Known(List<VoiceProfile> voices, Instant since) {}

    PollyVoices(PollyClient polly, InstantSource clock) {
        this.polly = polly;
        this.clock = clock;
    }

    @Override
    public synchronized List<VoiceProfile> all() {
        Instant now = clock.instant();
        Known fresh =
                known.filter(k -> k.since().plus(FRESH).isAfter(now))
                        .orElseGet(() -> new Known(ask(), now));
        known = Optional.of(fresh);
        return fresh.voices();
    }

    private List<VoiceProfile> ask() {
        List<VoiceProfile> all = new ArrayList<>();
        String page = null;
        do {
            DescribeVoicesResponse answer =
                    polly.describeVoices(DescribeVoicesRequest.builder().nextToken(page).build());
            answer.voices().forEach(voice -> profile(voice).ifPresent(all::add));
            page = answer.nextToken();
        } while (page != null);
        return List.copyOf(all);
    }

    /// None for a voice whose engines are all newer than this service.
    private static Optional<VoiceProfile> profile(Voice voice) {
        List<Engine> engines =
                voice.supportedEnginesAsStrings().stream()
                        .flatMap(engine -> Engine.of(engine).stream())
                        .toList();
        return engines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new VoiceProfile(
                                voice.idAsString(),
                                voice.name(),
                                voice.languageCodeAsString(),
                                voice.genderAsString(),
                                engines));
    }
}
