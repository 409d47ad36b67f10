package io.parler.conversion.testing;

import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.Mark;
import io.parler.conversion.voice.Sound;
import io.parler.conversion.voice.Voice;
import io.parler.conversion.voice.VoiceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A voice that is silent for a frame a character, and first answers what it was told to.
public final class QuietVoice implements Voice {
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final int FRAME_MS = 24;

    private final Queue<Answer<Sound>> answers = new ConcurrentLinkedQueue<>();
    private final List<String> heard = new ArrayList<>();
    private final List<String> timed = new ArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    public void answersFirst(Answer<Sound> first) {
        answers.add(first);
    }

    @Override
    public Answer<Sound> speak(Utterance utterance, VoiceProfile voice) {
        mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            synchronized (heard) {
                heard.add(utterance.input());
            }
            Answer<Sound> answer = answers.poll();
            return answer != null ? answer : spoken(utterance.input(), voice);
        } finally {
            now.decrementAndGet();
        }
    }

    /// Each word when its first character is.
    @Override
    public Answer<List<Mark>> marks(Utterance utterance, VoiceProfile voice) {
        synchronized (heard) {
            timed.add(utterance.input());
        }
        List<Mark> marks =
                WORD.matcher(utterance.input())
                        .results()
                        .map(word -> new Mark(word.start(), word.end(), FRAME_MS * word.start()))
                        .toList();
        return new Answer.Given<>(marks, utterance.input().length());
    }

    private static Answer<Sound> spoken(String text, VoiceProfile voice) {
        FrameHeader header =
                new FrameHeader(voice.engine().sampleRate() == 24_000 ? 0xfff364c4 : 0xfff360c4);
        return new Answer.Given<>(Sound.of(Mp3.silence(header, 1 + text.length())), text.length());
    }

    public List<String> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    public List<String> timed() {
        synchronized (heard) {
            return List.copyOf(timed);
        }
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }
}
