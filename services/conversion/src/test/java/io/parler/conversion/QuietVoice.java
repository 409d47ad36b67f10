package io.parler.conversion;

import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.speech.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A voice that is silent for a frame a character, and first answers what it was told to.
public final class QuietVoice implements Voice {
    private final Queue<Speech> answers = new ConcurrentLinkedQueue<>();
    private final List<String> heard = new ArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    QuietVoice answersFirst(Speech... first) {
        answers.addAll(List.of(first));
        return this;
    }

    @Override
    public Speech speak(Utterance utterance, Narration narration) {
        mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            synchronized (heard) {
                heard.add(utterance.input());
            }
            Speech answer = answers.poll();
            return answer != null ? answer : spoken(utterance.input(), narration);
        } finally {
            now.decrementAndGet();
        }
    }

    private static Speech spoken(String text, Narration narration) {
        FrameHeader header =
                new FrameHeader(narration.sampleRate() == 24_000 ? 0xfff364c4 : 0xfff360c4);
        return new Speech.Spoken(Mp3.silence(header, 1 + text.length()), text.length());
    }

    List<String> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }
}
