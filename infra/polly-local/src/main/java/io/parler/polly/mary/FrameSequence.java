package io.parler.polly.mary;

import io.parler.polly.text.Prosody;
import java.util.Arrays;
import java.util.List;
import marytts.htsengine.HTSUttModel;

/// The frames of a phrase: the HMM states of its phones, and the token that each frame belongs to.
record FrameSequence(HTSUttModel states, int[] tokens, List<Prosody> prosodies) {

    int count() {
        return tokens.length;
    }

    Prosody prosody(int frame) {
        return prosodies.get(tokens[frame]);
    }

    /// The first frame of each token; a silent token has that of the next one.
    List<Integer> tokenStarts() {
        Integer[] starts = new Integer[prosodies.size()];
        Arrays.fill(starts, count());
        for (int frame = count() - 1; frame >= 0; frame--) {
            starts[tokens[frame]] = frame;
        }
        for (int token = starts.length - 2; token >= 0; token--) {
            starts[token] = Math.min(starts[token], starts[token + 1]);
        }
        return List.of(starts);
    }
}
