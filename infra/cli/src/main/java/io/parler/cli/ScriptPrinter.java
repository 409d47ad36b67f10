package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Help.Ansi;

/// Prints a script on the terminal: each block, and why a block is not read in full.
final class ScriptPrinter {
    private static final int WIDTH = 96;
    private static final int MAX_SKIPPED_LENGTH = 120;
    private static final String FAINT = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String RESET = "\u001b[0m";

    private final PrintWriter out;
    private final boolean colours;

    ScriptPrinter(PrintWriter out) {
        this(out, Ansi.AUTO.enabled());
    }

    ScriptPrinter(PrintWriter out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    void print(JsonNode script) {
        Map<String, List<JsonNode>> passagesByBlock = new HashMap<>();
        script.path("passages")
                .forEach(
                        passage ->
                                passagesByBlock
                                        .computeIfAbsent(
                                                passage.path("block").asText(),
                                                _ -> new ArrayList<>())
                                        .add(passage));
        opening(passagesByBlock);
        script.path("ledger")
                .forEach(
                        entry ->
                                entry(
                                        entry,
                                        passagesByBlock.getOrDefault(
                                                text(entry, "block"), List.of())));
        foot(script);
    }

    private void opening(Map<String, List<JsonNode>> passagesByBlock) {
        for (String part : List.of("title", "byline")) {
            for (JsonNode passage : passagesByBlock.getOrDefault(part, List.of())) {
                lines("● ", words(passage), BOLD);
            }
        }
        out.println();
    }

    private void entry(JsonNode entry, List<JsonNode> passages) {
        String spoken = text(entry, "spoken");
        String words = passages.stream().map(ScriptPrinter::words).collect(Collectors.joining(" "));
        boolean heading = text(entry, "kind").equals("heading");
        switch (spoken) {
            case "read" -> lines("● ", words, heading ? BOLD : "");
            case "announced" -> lines("◐ ", words, "");
            default -> lines("○ ", shortened(text(entry, "text")), FAINT);
        }
        if (!spoken.equals("read")) {
            String id = spoken.equals("skipped") ? " (--include " + text(entry, "block") + ")" : "";
            lines("    ", kind(entry) + ": " + text(entry, "reason") + id, FAINT);
        }
    }

    private void foot(JsonNode script) {
        Map<String, Long> counts =
                StreamSupport.stream(script.path("ledger").spliterator(), false)
                        .collect(
                                Collectors.groupingBy(
                                        entry -> text(entry, "spoken"), Collectors.counting()));
        out.println();
        out.printf(
                Locale.ROOT,
                "● read %d   ◐ announced %d   ○ skipped %d   %,d characters, about %s, %s%n",
                counts.getOrDefault("read", 0L),
                counts.getOrDefault("announced", 0L),
                counts.getOrDefault("skipped", 0L),
                script.path("characters").asLong(),
                TimeFormat.length(script.path("seconds").asDouble()),
                LanguageName.withoutRegion(text(script, "language")));
    }

    /// Prints wrapped text: the first line after the mark, the others indented to match.
    private void lines(String mark, String text, String style) {
        String indent = " ".repeat(mark.length());
        String lead = mark;
        for (String line : wrapped(text.replaceAll("\\s+", " ").strip(), WIDTH - mark.length())) {
            out.println(colours && !style.isEmpty() ? lead + style + line + RESET : lead + line);
            lead = indent;
        }
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int line = 0;
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (next - line > width && end > line) {
                lines.add(text.substring(line, end).stripTrailing());
                line = end;
            }
            end = next;
        }
        lines.add(text.substring(line));
        return lines;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_SKIPPED_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_SKIPPED_LENGTH)) + " …";
    }

    /// The block kind in words: `listItem` is "list item".
    private static String kind(JsonNode entry) {
        return text(entry, "kind").replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /// The words as spoken, after the pronunciation rules.
    private static String words(JsonNode passage) {
        return passage.path("said").asText(text(passage, "text"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
