package io.parler.conversion.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said in one go.
public record Words(List<Span> spans) {
    public Words {
        spans = List.copyOf(spans);
    }

    public static Words plain(String text) {
        return new Words(text.isEmpty() ? List.of() : List.of(new Span.Plain(text)));
    }

    /// As it is written, whatever is said instead.
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    public int characters() {
        String text = text();
        return text.codePointCount(0, text.length());
    }

    /// As it is said: aliases for what they stand for, letters apart, sounds between slashes.
    public String said() {
        return each(
                said -> said instanceof Span.Phonemes p ? "/" + p.ipa() + "/" : plainText(said));
    }

    /// As a voice without markup is told to say it; it makes of sounds what it can.
    public String plainText() {
        return each(Words::plainText);
    }

    /// The offset in [#text] of an offset in [#plainText]. Within an alias, it is the start of the
    /// aliased word.
    public int textOffsetOf(int place) {
        int text = 0;
        int plain = 0;
        for (Span.Basic said : (Iterable<Span.Basic>) basicSpans()::iterator) {
            int length = plainText(said).length();
            if (place < plain + length) {
                return text
                        + (said instanceof Span.Alias || said instanceof Span.Letters
                                ? 0
                                : place - plain);
            }
            text += said.text().length();
            plain += length;
        }
        return text;
    }

    private String each(Function<Span.Basic, String> saying) {
        return basicSpans().map(saying).collect(Collectors.joining());
    }

    private Stream<Span.Basic> basicSpans() {
        return spans.stream()
                .flatMap(
                        span ->
                                switch (span) {
                                    case Span.Basic said -> Stream.of(said);
                                    case Span.Foreign foreign -> foreign.spans().stream();
                                });
    }

    private static String plainText(Span.Basic span) {
        return switch (span) {
            case Span.Alias alias -> alias.alias();
            case Span.Letters letters ->
                    letters.spaced().isEmpty() ? letters.text() : letters.spaced();
            case Span.Plain _, Span.Phonemes _ -> span.text();
        };
    }

    /// These words in pieces, cut at those of the ascending places where it may be: not within
    /// what is said otherwise than written.
    public List<Words> cutAt(List<Integer> places) {
        List<Words> pieces = new ArrayList<>();
        List<Span> piece = new ArrayList<>();
        int start = 0;
        int next = 0;
        for (Span span : spans) {
            int end = start + span.text().length();
            List<Integer> within = new ArrayList<>();
            for (; next < places.size() && places.get(next) < end; next++) {
                if (places.get(next) > start) {
                    within.add(places.get(next) - start);
                } else if (!piece.isEmpty()) {
                    pieces.add(new Words(piece));
                    piece.clear();
                }
            }
            List<Span> parts = cut(span, within);
            for (int i = 0; i < parts.size(); i++) {
                if (i > 0) {
                    pieces.add(new Words(piece));
                    piece.clear();
                }
                piece.add(parts.get(i));
            }
            start = end;
        }
        if (!piece.isEmpty()) {
            pieces.add(new Words(piece));
        }
        return pieces;
    }

    private static List<Span> cut(Span span, List<Integer> places) {
        return switch (span) {
            case Span.Plain plain -> cut(plain, places);
            case Span.Alias _, Span.Letters _, Span.Phonemes _ -> List.of(span);
            case Span.Foreign foreign ->
                    new Words(List.copyOf(foreign.spans()))
                            .cutAt(places).stream()
                                    .map(inner -> of(foreign.language(), inner))
                                    .toList();
        };
    }

    private static Span of(String language, Words inner) {
        return new Span.Foreign(
                language, inner.spans().stream().map(Span.Basic.class::cast).toList());
    }

    private static List<Span> cut(Span.Plain plain, List<Integer> places) {
        List<Span> parts = new ArrayList<>();
        int from = 0;
        for (int place : places) {
            parts.add(new Span.Plain(plain.text().substring(from, place)));
            from = place;
        }
        parts.add(new Span.Plain(plain.text().substring(from)));
        return parts;
    }
}
