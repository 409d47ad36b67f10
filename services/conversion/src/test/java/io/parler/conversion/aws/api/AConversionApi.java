package io.parler.conversion.aws.api;

import io.parler.conversion.article.Articles;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.sample.Samples;
import io.parler.conversion.speech.PronunciationStore;
import io.parler.conversion.testing.ChunksInMemory;
import io.parler.conversion.testing.QuietVoice;
import io.parler.conversion.testing.RulesInMemory;
import io.parler.conversion.voice.Voices;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The API over stores in memory and a silent voice.
final class AConversionApi {
    static final Articles NO_ARTICLES =
            new Articles() {
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
    final QuietVoice voice = new QuietVoice();
    private final Map<ChunkKey, Mp3> samples = new HashMap<>();
    private PronunciationStore rules = new RulesInMemory();
    private Articles articles = NO_ARTICLES;

    AConversionApi reading(Articles source) {
        articles = source;
        return this;
    }

    AConversionApi with(PronunciationStore store) {
        rules = store;
        return this;
    }

    ConversionApi of(Voices voices) {
        return new ConversionApi(
                new ConversionApi.Parts(
                        voices,
                        voice,
                        articles,
                        rules,
                        chunks,
                        shelf(),
                        new Limits(100_000),
                        "https://parler.example.com"));
    }

    private Samples.Shelf shelf() {
        return new Samples.Shelf() {
            @Override
            public Optional<String> find(ChunkKey key) {
                return samples.containsKey(key) ? Optional.of(name(key)) : Optional.empty();
            }

            @Override
            public String keep(ChunkKey key, Mp3 audio) {
                samples.put(key, audio);
                return name(key);
            }

            private String name(ChunkKey key) {
                return "audio/samples/" + key.sha256() + ".mp3";
            }
        };
    }
}
