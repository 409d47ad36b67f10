package io.parler.conversion.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text and its pronunciation, as a list of spans.
public record Words(List<Span> spans) {
    public Words {
        spans = List.copyOf(spans);
    }

    public static Words plain(String text) {
        return new Words(text.isEmpty() ? List.of() : List.of(new Span.Plain(text)));
    }

    /// The text as it is written.
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    public int characters() {
        String text = text();
        return text.codePointCount(0, text.length());
    }

    /// The text as it is spoken, for people to read: with aliases, letters spaced, and phonemes
    /// between slashes.
    public String spokenText() {
        return join(
                span -> span instanceof Span.Phonemes p ? "/" + p.ipa() + "/" : plainText(span));
    }

    /// These words with each plain text replaced; what is pronounced in another way stays.
    ///
    /// @param language of the words that are in no other language
    /// @param replacement the spans for a plain text and its language
    public Words replacePlain(
            String language, BiFunction<String, String, List<Span.Basic>> replacement) {
        List<Span> replaced = new ArrayList<>();
        for (Span span : spans) {
            switch (span) {
                case Span.Basic basic ->
                        replaced.addAll(replacePlain(basic, language, replacement));
                case Span.Foreign foreign ->
                        replaced.add(
                                new Span.Foreign(
                                        foreign.language(),
                                        foreign.spans().stream()
                                                .flatMap(
                                                        basic ->
                                                                replacePlain(
                                                                        basic,
                                                                        foreign.language(),
                                                                        replacement)
                                                                        .stream())
                                                .toList()));
            }
        }
        return new Words(replaced);
    }

    private static List<Span.Basic> replacePlain(
            Span.Basic span,
            String language,
            BiFunction<String, String, List<Span.Basic>> replacement) {
        return span instanceof Span.Plain plain
                ? replacement.apply(plain.text(), language)
                : List.of(span);
    }

    /// The text for a voice without SSML: with aliases and spaced letters, but without phonemes.
    public String plainText() {
        return join(Words::plainText);
    }

    /// The offset in [#text] of an offset in [#plainText]. Within an alias, it is the start of the
    /// aliased word.
    public int textOffsetOf(int offset) {
        int text = 0;
        int plain = 0;
        for (Span.Basic span : (Iterable<Span.Basic>) basicSpans()::iterator) {
            int length = plainText(span).length();
            if (offset < plain + length) {
                return text
                        + (span instanceof Span.Alias || span instanceof Span.Letters
                                ? 0
                                : offset - plain);
            }
            text += span.text().length();
            plain += length;
        }
        return text;
    }

    private String join(Function<Span.Basic, String> toText) {
        return basicSpans().map(toText).collect(Collectors.joining());
    }

    private Stream<Span.Basic> basicSpans() {
        return spans.stream()
                .flatMap(
                        span ->
                                switch (span) {
                                    case Span.Basic basic -> Stream.of(basic);
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

    /// Splits the words at those of the ascending offsets where that is possible: not within an
    /// alias, letters or phonemes.
    public List<Words> splitAt(List<Integer> offsets) {
        List<Words> pieces = new ArrayList<>();
        List<Span> piece = new ArrayList<>();
        int start = 0;
        int next = 0;
        for (Span span : spans) {
            int end = start + span.text().length();
            List<Integer> within = new ArrayList<>();
            for (; next < offsets.size() && offsets.get(next) < end; next++) {
                if (offsets.get(next) > start) {
                    within.add(offsets.get(next) - start);
                } else if (!piece.isEmpty()) {
                    pieces.add(new Words(piece));
                    piece.clear();
                }
            }
            List<Span> parts = split(span, within);
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

    private static List<Span> split(Span span, List<Integer> offsets) {
        return switch (span) {
            case Span.Plain plain -> split(plain, offsets);
            case Span.Alias _, Span.Letters _, Span.Phonemes _ -> List.of(span);
            case Span.Foreign foreign ->
                    new Words(List.copyOf(foreign.spans()))
                            .splitAt(offsets).stream()
                                    .map(inner -> of(foreign.language(), inner))
                                    .toList();
        };
    }

    private static Span of(String language, Words inner) {
        return new Span.Foreign(
                language, inner.spans().stream().map(Span.Basic.class::cast).toList());
    }

    private static List<Span> split(Span.Plain plain, List<Integer> offsets) {
        List<Span> parts = new ArrayList<>();
        int from = 0;
        for (int offset : offsets) {
            parts.add(new Span.Plain(plain.text().substring(from, offset)));
            from = offset;
        }
        parts.add(new Span.Plain(plain.text().substring(from)));
        return parts;
    }
}
