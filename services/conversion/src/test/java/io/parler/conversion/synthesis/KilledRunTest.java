package io.parler.conversion.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.Claims;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.speech.Words;
import io.parler.conversion.testing.ChunksInMemory;
import io.parler.conversion.testing.ClaimsInMemory;
import io.parler.conversion.testing.ConversionInMemory;
import io.parler.conversion.testing.FakeTime;
import io.parler.conversion.testing.SilentSynthesizer;
import io.parler.conversion.testing.TestVoices;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.id.AccountId;
import io.parler.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A run that is killed between two instructions: nothing is stored or released any more.
class KilledRunTest {
    private static final int CHUNKS = 60;
    private static final int CALLS_BEFORE_DEATH = 25;

    private final FakeTime time = new FakeTime();
    private final ChunksInMemory chunks = new ChunksInMemory();
    private final ClaimsInMemory claims =
            new ClaimsInMemory(() -> Instant.EPOCH.plusNanos(time.nanos()));
    private final SilentSynthesizer voice = new SilentSynthesizer();
    private final Random random = new Random(7);
    private volatile boolean dead;

    @Test
    void atMostWhatWasInFlightIsSynthesizedTwice() throws InterruptedException {
        assertThatThrownBy(() -> run(parts(dyingVoice(), dyingStore(), dyingClaims())))
                .hasMessage("dead");
        int inFlight = voice.synthesizedTexts().size() - chunks.size();
        assertThat(inFlight).isBetween(1, TestVoices.NEURAL.rateLimit().callsInFlight());

        assertThat(run(parts(voice, chunks, claims)))
                .isInstanceOf(ChunkSynthesis.Result.Completed.class);

        assertThat(new HashSet<>(voice.synthesizedTexts())).hasSize(CHUNKS);
        assertThat(voice.synthesizedTexts()).hasSize(CHUNKS + inFlight);
    }

    private ChunkSynthesis.Result run(SpeechClient.Dependencies parts) throws InterruptedException {
        Deadline never = Deadline.in(Duration.ofHours(10), time::nanos);
        SpeechClient.JobSpec order =
                new SpeechClient.JobSpec(
                        ConversionInMemory.ID, AccountId.OWNER, TestVoices.JOANNA, false);
        List<Chunk> script =
                IntStream.range(0, CHUNKS)
                        .mapToObj(i -> "Number " + i + ".")
                        .map(text -> new Chunk(0, Words.plain(text), Utterance.text(text)))
                        .toList();
        return new ChunkSynthesis(new SpeechClient(parts, order, new SpeechClient.Deadlines(never)))
                .synthesize(script, _ -> {});
    }

    private SpeechClient.Dependencies parts(
            SpeechSynthesizer speaking, ChunkStore store, Claims claiming) {
        return new SpeechClient.Dependencies(
                speaking, SilentSynthesizer.MAX_CALL, store, claiming, time, random);
    }

    private void checkAlive() {
        if (dead) {
            throw new IllegalStateException("dead");
        }
    }

    private SpeechSynthesizer dyingVoice() {
        return (utterance, profile) -> {
            checkAlive();
            CallResult<SynthesizedSpeech> answer = voice.synthesize(utterance, profile);
            dead |= voice.synthesizedTexts().size() >= CALLS_BEFORE_DEATH;
            return answer;
        };
    }

    private Claims dyingClaims() {
        return new Claims() {
            @Override
            public Duration ttl() {
                return claims.ttl();
            }

            @Override
            public boolean take(ChunkKey key, Owner owner) {
                checkAlive();
                return claims.take(key, owner);
            }

            @Override
            public void release(ChunkKey key, Owner owner) {
                checkAlive();
                claims.release(key, owner);
            }
        };
    }

    private ChunkStore dyingStore() {
        return new ChunkStore() {
            @Override
            public Optional<Metadata> get(ChunkKey key) {
                return chunks.get(key);
            }

            @Override
            public void put(ChunkKey key, Mp3 audio, Metadata metadata) {
                checkAlive();
                chunks.put(key, audio, metadata);
            }

            @Override
            public void put(ChunkKey key, Metadata metadata) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Mp3 audio(ChunkKey key) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
