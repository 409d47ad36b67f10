package io.parler.conversion.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        return spans.stream().map(Words::said).collect(Collectors.joining());
    }

    private static String said(Span span) {
        return switch (span) {
            case Span.Plain plain -> plain.text();
            case Span.Alias alias -> alias.alias();
            case Span.Letters letters -> letters.spaced();
            case Span.Phonemes phonemes -> "/" + phonemes.ipa() + "/";
            case Span.Foreign foreign ->
                    foreign.spans().stream().map(Words::said).collect(Collectors.joining());
        };
    }

    /// Whether the text may be cut at this place: not within what is said otherwise than written.
    public boolean mayBeCutAt(int place) {
        int start = 0;
        for (Span span : spans) {
            int end = start + span.text().length();
            if (place < end) {
                return place <= start || mayBeCutAt(span, place - start);
            }
            start = end;
        }
        return true;
    }

    private static boolean mayBeCutAt(Span span, int place) {
        return switch (span) {
            case Span.Plain _ -> true;
            case Span.Alias _, Span.Letters _, Span.Phonemes _ -> false;
            case Span.Foreign foreign -> new Words(List.copyOf(foreign.spans())).mayBeCutAt(place);
        };
    }

    /// The words from one place of the text up to another; both must be places to cut at.
    public Words slice(int from, int to) {
        if (!mayBeCutAt(from) || !mayBeCutAt(to)) {
            throw new IllegalArgumentException("these words are said as one");
        }
        List<Span> kept = new ArrayList<>();
        int start = 0;
        for (Span span : spans) {
            int end = start + span.text().length();
            int first = Math.max(from, start);
            int last = Math.min(to, end);
            if (first < last) {
                kept.add(slice(span, first - start, last - start));
            }
            start = end;
        }
        return new Words(kept);
    }

    private static Span slice(Span span, int from, int to) {
        return switch (span) {
            case Span.Plain plain -> new Span.Plain(plain.text().substring(from, to));
            case Span.Alias _, Span.Letters _, Span.Phonemes _ -> span;
            case Span.Foreign foreign ->
                    new Span.Foreign(
                            foreign.language(),
                            new Words(List.copyOf(foreign.spans()))
                                    .slice(from, to).spans().stream()
                                            .map(Span.Said.class::cast)
                                            .toList());
        };
    }
}
