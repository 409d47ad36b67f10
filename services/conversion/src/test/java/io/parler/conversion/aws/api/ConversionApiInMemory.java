package io.parler.conversion.aws.api;

import io.parler.conversion.article.ArticleLoader;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.sample.VoiceSamples;
import io.parler.conversion.speech.PronunciationStore;
import io.parler.conversion.testing.ChunksInMemory;
import io.parler.conversion.testing.PronunciationsInMemory;
import io.parler.conversion.testing.SilentSynthesizer;
import io.parler.conversion.voice.VoiceCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The API with stores in memory and a silent voice.
final class ConversionApiInMemory {
    static final ArticleLoader NO_ARTICLES =
            new ArticleLoader() {
                @Override
                public Loaded page(String url) {
                    throw new IllegalStateException("no article is needed");
                }

                @Override
                public Loaded feedPost(String feedUrl, String postId) {
                    throw new IllegalStateException("no article is needed");
                }
            };

    final ChunksInMemory chunks = new ChunksInMemory();
    final SilentSynthesizer voice = new SilentSynthesizer();
    private final Map<ChunkKey, Mp3> samples = new HashMap<>();
    private PronunciationStore rules = new PronunciationsInMemory();
    private ArticleLoader articles = NO_ARTICLES;
    private List<String> standIns = List.of();

    ConversionApiInMemory reading(ArticleLoader source) {
        articles = source;
        return this;
    }

    ConversionApiInMemory with(PronunciationStore store) {
        rules = store;
        return this;
    }

    /// Lets a local voice speak in the place of these providers.
    ConversionApiInMemory standingIn(String... providers) {
        standIns = List.of(providers);
        return this;
    }

    ConversionApi of(VoiceCatalog voices) {
        return new ConversionApi(
                new ConversionApi.Dependencies(
                        voices,
                        voice,
                        articles,
                        rules,
                        chunks,
                        output(),
                        new Limits(100_000),
                        "https://parler.example.com",
                        standIns));
    }

    private VoiceSamples.SampleStore output() {
        return new VoiceSamples.SampleStore() {
            @Override
            public Optional<String> get(ChunkKey key) {
                return samples.containsKey(key) ? Optional.of(name(key)) : Optional.empty();
            }

            @Override
            public String put(ChunkKey key, Mp3 audio) {
                samples.put(key, audio);
                return name(key);
            }

            private String name(ChunkKey key) {
                return "audio/samples/" + key.sha256() + ".mp3";
            }
        };
    }
}
