package io.parler.conversion.aws.api;

import io.parler.conversion.sample.SampleSentences;
import io.parler.conversion.sample.VoiceSamples;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.language.LanguageTag;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `GET /v1/voices`: the voices with their languages and prices; and their samples.
final class VoicesEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(VoicesEndpoint.class);

    private final VoiceCatalog voices;
    private final VoiceSamples samples;
    private final String origin;
    private final List<String> standInProviders;

    /// @param origin the public origin of the API
    /// @param standInProviders the providers in whose place another voice speaks
    VoicesEndpoint(
            VoiceCatalog voices,
            VoiceSamples samples,
            String origin,
            List<String> standInProviders) {
        this.voices = voices;
        this.samples = samples;
        this.origin = origin;
        this.standInProviders = List.copyOf(standInProviders);
    }

    private record VoiceResponse(
            String id,
            String service,
            String name,
            String language,
            List<String> languages,
            String gender,
            String engine,
            List<String> engines,
            Price price,
            String wordTimes,
            @Nullable String sampleUrl,
            @Nullable Boolean standIn) {}

    /// US dollars per million characters.
    private record Price(String currency, BigDecimal perMillionCharacters) {}

    /// The voices of an unavailable provider are left out. If none are left, responds 503.
    Response list(Request request) {
        Optional<String> language = request.query("language").map(LanguageTag::current);
        List<VoiceResponse> listed = new ArrayList<>();
        Optional<RuntimeException> outage = Optional.empty();
        for (String provider : voices.providers()) {
            try {
                voices.list(provider).stream()
                        .filter(voice -> language.isEmpty() || voice.speaks(language.get()))
                        .map(this::response)
                        .forEach(listed::add);
            } catch (RuntimeException e) {
                LOG.atWarn()
                        .setCause(e)
                        .addKeyValue("service", provider)
                        .log("a voice provider is unavailable");
                outage = Optional.of(e);
            }
        }
        if (listed.isEmpty() && outage.isPresent()) {
            return Response.unavailable(request);
        }
        return Response.json(200, listed)
                .header("Cache-Control", outage.isPresent() ? "no-store" : "public, max-age=300");
    }

    private VoiceResponse response(VoiceProfile voice) {
        String id = voice.id().toString();
        return new VoiceResponse(
                id,
                voice.id().provider(),
                voice.name(),
                voice.language(),
                voice.languages(),
                voice.gender(),
                voice.engine().id(),
                List.of(voice.engine().id()),
                new Price("USD", voice.engine().pricing().perMillion()),
                voice.engine().wordTimes().name().toLowerCase(Locale.ROOT),
                SampleSentences.in(voice.language())
                        .map(_ -> origin + "/v1/voices/" + encoded(id) + "/sample")
                        .orElse(null),
                standInProviders.contains(voice.id().provider()) ? true : null);
    }

    Response sample(Request request) throws InterruptedException {
        return switch (samples.of(request.path("voice"))) {
            case VoiceSamples.Sample.Stored stored ->
                    Response.empty(302)
                            .header("Location", origin + "/" + stored.key())
                            .header("Cache-Control", "public, max-age=86400");
            case VoiceSamples.Sample.Refused refused -> Response.of(refused.problem(), request);
            case VoiceSamples.Sample.Busy _ -> Response.unavailable(request);
        };
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
