package io.parler.conversion.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a transcript as WebVTT. A cue has at most two lines of 42 characters and lasts 7 s at
/// most: a longer sentence is split at its clauses, or between words.
final class VttWriter {
    private static final int MAX_LINE = 42;
    private static final double MAX_SECONDS = 7;

    /// Parts that are shorter would only flash up.
    private static final double MIN_SHARE = 0.25;

    private static final Pattern CLAUSE = Pattern.compile("[,;:–—、，；：،؛]\\s*|\\s(?=[–—(])");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// Not after a full stop: within a sentence it is that of an abbreviation, such as "Gen. Lee".
    private static final Pattern AFTER_A_WORD = Pattern.compile("(?<!\\.)\\s+");

    private VttWriter() {}

    private record Part(double start, double end, String text) {}

    static String write(Transcript transcript) {
        StringBuilder vtt = new StringBuilder("WEBVTT\n");
        int number = 1;
        for (Transcript.Cue cue : transcript.cues()) {
            for (Part part : parts(cue, new Part(cue.start(), cue.end(), cue.text()))) {
                vtt.append('\n')
                        .append(number++)
                        .append('\n')
                        .append(timestamp(part.start()))
                        .append(" --> ")
                        .append(timestamp(part.end()))
                        .append('\n')
                        .append(escaped(String.join("\n", lines(part.text()))))
                        .append('\n');
            }
        }
        return vtt.toString();
    }

    private static List<Part> parts(Transcript.Cue cue, Part whole) {
        String text = whole.text();
        boolean fits = text.length() <= MAX_LINE || lines(text).size() <= 2;
        if ((fits && whole.end() - whole.start() <= MAX_SECONDS) || text.length() < 2) {
            return List.of(whole);
        }
        int cut = cut(text);
        double time = time(cue, whole, cut);
        List<Part> parts = new ArrayList<>();
        parts.addAll(
                parts(cue, new Part(whole.start(), time, text.substring(0, cut).stripTrailing())));
        parts.addAll(parts(cue, new Part(time, whole.end(), text.substring(cut).stripLeading())));
        return parts;
    }

    /// Where a text is cut in two: after the clause or else the word that ends nearest to the
    /// middle.
    private static int cut(String text) {
        for (Pattern pattern : List.of(CLAUSE, AFTER_A_WORD, SPACE)) {
            int cut = nearestToMiddle(pattern, text);
            if (cut > 0) {
                return cut;
            }
        }
        return text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
    }

    private static int nearestToMiddle(Pattern pattern, String text) {
        int best = -1;
        double middle = text.length() / 2.0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int end = matcher.end();
            boolean closer = Math.abs(end - middle) < Math.abs(best - middle);
            if (closer
                    && end >= MIN_SHARE * text.length()
                    && end <= (1 - MIN_SHARE) * text.length()) {
                best = end;
            }
        }
        return best;
    }

    /// When the text after a cut is spoken: by the words if their times are known.
    private static double time(Transcript.Cue cue, Part whole, int cut) {
        double share = (double) cut / whole.text().length();
        double estimate = whole.start() + share * (whole.end() - whole.start());
        return cue.words().stream()
                .map(Transcript.Word::start)
                .filter(start -> start > whole.start() && start < whole.end())
                .min((a, b) -> Double.compare(Math.abs(a - estimate), Math.abs(b - estimate)))
                .orElse(estimate);
    }

    /// The lines of a text: one if it fits, else two of about the same length if they fit, else as
    /// many as are needed.
    private static List<String> lines(String text) {
        if (text.length() <= MAX_LINE) {
            return List.of(text);
        }
        for (Pattern pattern : List.of(AFTER_A_WORD, SPACE)) {
            int cut = Math.max(nearestToMiddle(pattern, text), 0);
            String first = text.substring(0, cut).stripTrailing();
            String second = text.substring(cut).stripLeading();
            if (!first.isEmpty() && first.length() <= MAX_LINE && second.length() <= MAX_LINE) {
                return List.of(first, second);
            }
        }
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + MAX_LINE);
            int space = end < text.length() ? text.lastIndexOf(' ', end) : end;
            end = space > at ? space : end;
            lines.add(text.substring(at, end).strip());
            at = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        }
        return lines;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String timestamp(double seconds) {
        long ms = Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                ms / 3_600_000,
                ms / 60_000 % 60,
                ms / 1000 % 60,
                ms % 1000);
    }
}
