package io.parler.conversion.provider.polly;

import io.parler.conversion.voice.VoiceId;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.problem.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.polly.model.DescribeVoicesRequest;
import software.amazon.awssdk.services.polly.model.DescribeVoicesResponse;
import software.amazon.awssdk.services.polly.model.Voice;

/// Lists Amazon Polly's voices, each once for every engine that supports it.
public final class PollyVoices {
    public static final String PROVIDER = "polly";

    private final PollyClient polly;

    public PollyVoices(PollyClient polly) {
        this.polly = polly;
    }

    public List<VoiceProfile> list() {
        List<VoiceProfile> all = new ArrayList<>();
        String page = null;
        do {
            DescribeVoicesResponse response = describe(page);
            response.voices().stream().flatMap(PollyVoices::profiles).forEach(all::add);
            page = response.nextToken();
        } while (page != null);
        return List.copyOf(all);
    }

    private DescribeVoicesResponse describe(@Nullable String page) {
        try {
            return polly.describeVoices(DescribeVoicesRequest.builder().nextToken(page).build());
        } catch (SdkException e) {
            throw new UnavailableException("polly.DescribeVoices", e);
        }
    }

    /// Empty for a voice with only engines that this service does not know.
    private static Stream<VoiceProfile> profiles(Voice voice) {
        List<String> languages =
                Stream.concat(
                                Stream.of(voice.languageCodeAsString()),
                                voice.additionalLanguageCodesAsStrings().stream())
                        .toList();
        return PollyEngines.ALL.stream()
                .filter(engine -> voice.supportedEnginesAsStrings().contains(engine.id()))
                .map(
                        engine ->
                                new VoiceProfile(
                                        VoiceId.of(PROVIDER, voice.idAsString(), engine.id()),
                                        voice.name(),
                                        languages,
                                        voice.genderAsString(),
                                        engine));
    }
}
