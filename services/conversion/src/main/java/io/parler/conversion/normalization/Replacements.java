package io.parler.conversion.normalization;

import io.parler.conversion.speech.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The parts of one text that are spoken in other words. They never overlap.
final class Replacements {
    /// A word beside something that is not spoken is no longer than this.
    private static final int MAX_NEIGHBOUR = 60;

    private static final int MAX_JOINED = 400;
    private static final String OPENING = "([{“‘«\"'";
    private static final String CLOSING = ".,;:!?)]}”’»\"'…";

    private final String text;
    private final TreeMap<Integer, Part> parts = new TreeMap<>();

    private record Part(int start, int end, Optional<String> spoken) {
        String words() {
            return spoken.orElse("");
        }

        /// Without this limit, joining would take quadratic time.
        boolean isShort() {
            return words().length() < MAX_JOINED;
        }

        Part joined(Part next, String words) {
            return new Part(start, next.end(), Optional.of(words));
        }
    }

    Replacements(String text) {
        this.text = text;
    }

    /// The end of the part that overlaps a range; -1 if there is none.
    int overlapEnd(int start, int end) {
        Map.Entry<Integer, Part> last = parts.lowerEntry(end);
        return last != null && last.getValue().end() > start ? last.getValue().end() : -1;
    }

    void leave(int start, int end) {
        parts.put(start, new Part(start, end, Optional.empty()));
    }

    void replace(int start, int end, String spoken) {
        parts.put(start, new Part(start, end, Optional.of(spoken)));
    }

    List<Span.Basic> spans() {
        List<Span.Basic> spans = new ArrayList<>();
        int from = 0;
        for (Part part : spokenParts()) {
            if (part.start() > from) {
                spans.add(new Span.Plain(text.substring(from, part.start())));
            }
            spans.add(alias(part));
            from = part.end();
        }
        if (from < text.length()) {
            spans.add(new Span.Plain(text.substring(from)));
        }
        return spans;
    }

    private Span.Basic alias(Part part) {
        String written = text.substring(part.start(), part.end());
        String spoken = part.words().replaceAll(" {2,}", " ").strip();
        return written.equals(spoken) ? new Span.Plain(written) : new Span.Alias(written, spoken);
    }

    /// What has no words is joined to the word beside it: an alias without words is not valid in
    /// every SSML. What needs a blank where the text has none is joined too, so that no voice reads
    /// two words as one.
    private List<Part> spokenParts() {
        List<Part> spoken =
                parts.values().stream()
                        .filter(part -> part.spoken().isPresent())
                        .map(this::withoutOuterBlanks)
                        .toList();
        List<Part> all = joined(separated(spoken));
        return all.stream().anyMatch(part -> part.words().isBlank()) ? List.of() : all;
    }

    private Part withoutOuterBlanks(Part part) {
        int start = part.start();
        int end = part.end();
        String words = part.words();
        if (words.isBlank()) {
            return part;
        }
        while (start < end - 1 && isSpace(start)) {
            start++;
        }
        while (end > start + 1 && isSpace(end - 1)) {
            end--;
        }
        if (start > part.start() || (start > 0 && isSpace(start - 1))) {
            words = words.stripLeading();
        }
        if (end < part.end() || end == text.length() || isSpace(end)) {
            words = words.stripTrailing();
        }
        return new Part(start, end, Optional.of(words));
    }

    /// Takes in the words on both sides if there must be a blank between them and the part.
    private List<Part> separated(List<Part> all) {
        List<Part> done = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Part part = all.get(i);
            if (part.words().startsWith(" ")) {
                part = withWordBefore(part, done);
            }
            while (part.words().endsWith(" ")
                    && i + 1 < all.size()
                    && all.get(i + 1).start() == part.end()
                    && part.isShort()) {
                i++;
                part = part.joined(all.get(i), part.words() + all.get(i).words());
            }
            if (part.words().endsWith(" ") && !part.words().isBlank()) {
                part =
                        withWordAfter(
                                part, i + 1 < all.size() ? all.get(i + 1).start() : text.length());
            }
            done.add(part);
        }
        return done;
    }

    private Part withWordBefore(Part part, List<Part> done) {
        int limit = done.isEmpty() ? 0 : done.getLast().end();
        if (!done.isEmpty() && limit == part.start() && done.getLast().isShort()) {
            Part before = done.removeLast();
            return before.joined(part, before.words() + part.words());
        }
        int start = part.start();
        while (start > limit
                && part.start() - start < MAX_NEIGHBOUR
                && !isSpace(start - 1)
                && OPENING.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        String words = text.substring(start, part.start()) + part.words();
        return new Part(start, part.end(), Optional.of(words));
    }

    private Part withWordAfter(Part part, int limit) {
        int end = part.end();
        while (end < limit && end - part.end() < MAX_NEIGHBOUR && !isSpace(end)) {
            end++;
        }
        while (end > part.end() + 1 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String words = part.words() + text.substring(part.end(), end);
        return new Part(part.start(), end, Optional.of(words));
    }

    /// Joins each empty part to the word before it, or to the one after it if it stands there.
    private List<Part> joined(List<Part> parts) {
        List<Part> all = new ArrayList<>(parts);
        List<Part> done = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Part part = all.get(i);
            if (!part.words().isBlank() || joinBefore(part, done)) {
                if (!part.words().isBlank()) {
                    done.add(part);
                }
                continue;
            }
            int limit = i + 1 < all.size() ? all.get(i + 1).start() : text.length();
            int end = wordEnd(part.end(), limit);
            if (end > part.end()) {
                String word = text.substring(part.end(), end).strip();
                done.add(new Part(part.start(), end, Optional.of(word)));
            } else if (i + 1 < all.size()) {
                Part next = all.get(i + 1);
                all.set(i + 1, part.joined(next, next.words()));
            } else {
                done.add(part);
            }
        }
        return done;
    }

    private boolean joinBefore(Part empty, List<Part> done) {
        boolean opens =
                (empty.start() == 0 || isSpace(empty.start() - 1))
                        && empty.end() < text.length()
                        && CLOSING.indexOf(text.charAt(empty.end())) < 0
                        && (empty.start() == 0 || !isSpace(empty.end()));
        if (opens) {
            return false;
        }
        int start = wordStart(empty.start(), done.isEmpty() ? 0 : done.getLast().end());
        String word = text.substring(start, empty.start()).strip();
        if (!word.isEmpty()) {
            done.add(new Part(start, empty.end(), Optional.of(word)));
            return true;
        }
        if (done.isEmpty()) {
            return false;
        }
        Part before = done.removeLast();
        done.add(before.joined(empty, before.words()));
        return true;
    }

    private int wordStart(int end, int limit) {
        int at = end;
        while (at > limit && isSpace(at - 1)) {
            at--;
        }
        if (at == limit) {
            return limit == 0 ? end : limit;
        }
        int word = at;
        while (word > limit && at - word < MAX_NEIGHBOUR && !isSpace(word - 1)) {
            word--;
        }
        return word;
    }

    private int wordEnd(int start, int limit) {
        int at = start;
        while (at < limit && isSpace(at)) {
            at++;
        }
        int word = at;
        while (word < limit && word - at < MAX_NEIGHBOUR && !isSpace(word)) {
            word++;
        }
        return word == at ? start : word;
    }

    private boolean isSpace(int at) {
        return Character.isWhitespace(text.charAt(at));
    }
}
