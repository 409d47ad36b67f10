package io.parler.conversion.testing;

import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SpeechMark;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.conversion.voice.VoiceProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A voice whose audio is silence, one frame for each character, unless a result is prepared.
public final class SilentSynthesizer implements SpeechSynthesizer {
    /// A call takes no longer, so that claims outlast it.
    public static final Duration MAX_CALL = Duration.ofMinutes(1);

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final int FRAME_MS = 24;

    private final Queue<CallResult<SynthesizedSpeech>> answers = new ConcurrentLinkedQueue<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> wordTiming = new ArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    public void respondFirstWith(CallResult<SynthesizedSpeech> first) {
        answers.add(first);
    }

    @Override
    public CallResult<SynthesizedSpeech> synthesize(Utterance utterance, VoiceProfile voice) {
        mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            synchronized (texts) {
                texts.add(utterance.input());
            }
            CallResult<SynthesizedSpeech> answer = answers.poll();
            return answer != null ? answer : spoken(utterance.input(), voice);
        } finally {
            now.decrementAndGet();
        }
    }

    /// Each word starts with its first character.
    @Override
    public CallResult<List<SpeechMark>> speechMarks(Utterance utterance, VoiceProfile voice) {
        synchronized (texts) {
            wordTiming.add(utterance.input());
        }
        List<SpeechMark> speechMarks =
                WORD.matcher(utterance.input())
                        .results()
                        .map(
                                word ->
                                        new SpeechMark(
                                                word.start(), word.end(), FRAME_MS * word.start()))
                        .toList();
        return new CallResult.Success<>(speechMarks, utterance.input().length());
    }

    private static CallResult<SynthesizedSpeech> spoken(String text, VoiceProfile voice) {
        FrameHeader header =
                new FrameHeader(voice.engine().sampleRate() == 24_000 ? 0xfff364c4 : 0xfff360c4);
        return new CallResult.Success<>(
                SynthesizedSpeech.of(Mp3.silence(header, 1 + text.length())), text.length());
    }

    public List<String> synthesizedTexts() {
        synchronized (texts) {
            return List.copyOf(texts);
        }
    }

    public List<String> wordTiming() {
        synchronized (texts) {
            return List.copyOf(wordTiming);
        }
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }
}
