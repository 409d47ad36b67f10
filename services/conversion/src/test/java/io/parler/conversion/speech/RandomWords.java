package io.parler.conversion.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random spans, with characters that are difficult for XML, Unicode and rules.
public final class RandomWords {
    private static final List<String> TEXTS =
            List.of(
                    "A queue waits. ",
                    "cron",
                    "<&>\"' ]]> ",
                    "<!--",
                    "SQL, ",
                    "队列等待。",
                    "👩‍🚀 ",
                    "a\u0007b",
                    "half \ud83d ",
                    "\ufffe",
                    "é ",
                    "&amp; ",
                    "one two three four five six seven eight nine ten; ");

    private RandomWords() {}

    public static Words of(Random random) {
        List<Span> spans = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            spans.add(
                    random.nextInt(4) == 0
                            ? new Span.Foreign(
                                    random.nextBoolean() ? "de" : "la", basicSpans(random))
                            : said(random));
        }
        return new Words(spans);
    }

    private static List<Span.Basic> basicSpans(Random random) {
        List<Span.Basic> spans = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            spans.add(said(random));
        }
        return spans;
    }

    private static Span.Basic said(Random random) {
        String text = any(random);
        return switch (random.nextInt(6)) {
            case 0 -> new Span.Alias(text, any(random));
            case 1 -> new Span.Letters(text);
            case 2 -> new Span.Phonemes(text, any(random));
            default -> new Span.Plain(text);
        };
    }

    private static String any(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
