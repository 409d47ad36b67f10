package io.parler.polly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gives each piece of a phrase to the engine that speaks its language.
final class Polyglot implements SpeechEngine {
    private final SpeechEngine usEnglish;
    private final SpeechEngine others;
    private final Voices voices;

    /// Tokens in a row that one voice says.
    private record Piece(Voice voice, List<Token> tokens) {}

    Polyglot(SpeechEngine usEnglish, SpeechEngine others, Voices voices) {
        this.usEnglish = usEnglish;
        this.others = others;
        this.voices = voices;
    }

    @Override
    public boolean isReady() {
        return usEnglish.isReady() && others.isReady();
    }

    @Override
    public void close() {
        usEnglish.close();
        others.close();
    }

    @Override
    public Utterance utterance(List<Token> phrase, Voice voice) throws InterruptedException {
        List<Utterance> said = new ArrayList<>();
        for (Piece piece : pieces(phrase, voice)) {
            boolean english = piece.voice().language().equals(Language.US_ENGLISH);
            SpeechEngine engine = english ? usEnglish : others;
            said.add(engine.utterance(piece.tokens(), piece.voice()));
        }
        return said.size() == 1 ? said.getFirst() : new InARow(said);
    }

    /// Punctuation goes with the word before it, whatever language that is in.
    private List<Piece> pieces(List<Token> phrase, Voice voice) {
        List<Piece> pieces = new ArrayList<>();
        for (Token token : phrase) {
            Voice speaker =
                    token.language() == null ? voice : voices.speaking(token.language(), voice);
            if (pieces.isEmpty() || (token.isSaid() && !pieces.getLast().voice().equals(speaker))) {
                pieces.add(new Piece(speaker, new ArrayList<>()));
            }
            pieces.getLast().tokens().add(token);
        }
        return pieces;
    }

    private record InARow(List<Utterance> utterances) implements Utterance {
        @Override
        public double millis() {
            return utterances.stream().mapToDouble(Utterance::millis).sum();
        }

        @Override
        public List<Double> starts() {
            List<Double> starts = new ArrayList<>();
            double time = 0;
            for (Utterance utterance : utterances) {
                for (double start : utterance.starts()) {
                    starts.add(time + start);
                }
                time += utterance.millis();
            }
            return starts;
        }

        @Override
        public float[] samples(int sampleRate) throws InterruptedException {
            float[] all = new float[0];
            for (Utterance utterance : utterances) {
                float[] samples = utterance.samples(sampleRate);
                int from = all.length;
                all = Arrays.copyOf(all, from + samples.length);
                System.arraycopy(samples, 0, all, from, samples.length);
            }
            return all;
        }
    }
}
