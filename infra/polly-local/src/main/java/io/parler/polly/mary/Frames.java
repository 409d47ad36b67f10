package io.parler.polly.mary;

import io.parler.polly.Manner;
import java.util.Arrays;
import java.util.List;
import marytts.htsengine.HTSUttModel;

/// A phrase laid out in time: the states of its phones, and which token each frame belongs to.
record Frames(HTSUttModel states, int[] tokens, List<Manner> manners) {

    int count() {
        return tokens.length;
    }

    Manner manner(int frame) {
        return manners.get(tokens[frame]);
    }

    /// The first frame of each token; for one without sound, of whatever follows it.
    List<Integer> tokenStarts() {
        Integer[] starts = new Integer[manners.size()];
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
