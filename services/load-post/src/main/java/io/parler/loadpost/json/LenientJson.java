package io.parler.loadpost.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Parses invalid JSON as it occurs on web pages: raw line ends in strings, trailing commas and
/// comment marks around it are tolerated. Values are `Map`, `List`, `String`, `Double` and
/// `Boolean`; nulls are left out.
public final class LenientJson {
    private static final int MAX_DEPTH = 60;
    private static final String CDATA = "<![CDATA[";

    /// Represents null during parsing.
    private record Nothing() {}

    private final String text;
    private int at;

    private LenientJson(String text) {
        this.text = text;
    }

    /// The value, or empty if the text can't be parsed.
    public static Optional<Object> parse(String text) {
        int start = first(text);
        if (start < 0) {
            return Optional.empty();
        }
        var reader = new LenientJson(text);
        reader.at = start;
        try {
            Object value = reader.value(0);
            return value instanceof Nothing ? Optional.empty() : Optional.of(value);
        } catch (Broken e) {
            return Optional.empty();
        }
    }

    /// The text of a field, or empty if it is absent or no text.
    public static Optional<String> text(Object object, String field) {
        return object instanceof Map<?, ?> map && map.get(field) instanceof String s && !s.isBlank()
                ? Optional.of(s)
                : Optional.empty();
    }

    /// The elements of a list; a value that is no list counts as one element, an absent field as
    /// none.
    public static List<?> list(Object object, String field) {
        if (!(object instanceof Map<?, ?> map)) {
            return List.of();
        }
        Object value = map.get(field);
        if (value instanceof List<?> list) {
            return list;
        }
        return value == null ? List.of() : List.of(value);
    }

    /// A text, or a whole number as text; empty otherwise.
    public static String textOrNumber(Object object, String field) {
        return text(object, field)
                .orElseGet(
                        () ->
                                object instanceof Map<?, ?> map && map.get(field) instanceof Double
                                        ? String.valueOf(number(object, field))
                                        : "");
    }

    /// A whole number, or 0 if there is none.
    public static long number(Object object, String field) {
        return object instanceof Map<?, ?> map && map.get(field) instanceof Double number
                ? number.longValue()
                : 0;
    }

    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(int at) {
            super("broken at character " + at, null, false, false);
        }
    }

    private static int first(String text) {
        int section = text.indexOf(CDATA); // in pages that used to be XML
        int from = section < 0 ? 0 : section + CDATA.length();
        int object = text.indexOf('{', from);
        int list = text.indexOf('[', from);
        return object < 0 || (list >= 0 && list < object) ? list : object;
    }

    private Object value(int depth) throws Broken {
        if (depth > MAX_DEPTH) {
            throw new Broken(at);
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            default -> textOrNumber();
        };
    }

    private Map<String, Object> object(int depth) throws Broken {
        var map = new LinkedHashMap<String, Object>();
        at++;
        while (true) {
            switch (peek()) {
                case '}' -> {
                    at++;
                    return map;
                }
                case ',' -> at++;
                case '"' -> {
                    String key = string();
                    expect(':');
                    Object value = value(depth + 1);
                    if (!(value instanceof Nothing)) {
                        map.putIfAbsent(key, value);
                    }
                }
                default -> throw new Broken(at);
            }
        }
    }

    private List<Object> list(int depth) throws Broken {
        var list = new ArrayList<Object>();
        at++;
        while (true) {
            switch (peek()) {
                case ']' -> {
                    at++;
                    return list;
                }
                case ',' -> at++;
                default -> {
                    Object value = value(depth + 1);
                    if (!(value instanceof Nothing)) {
                        list.add(value);
                    }
                }
            }
        }
    }

    private String string() throws Broken {
        var out = new StringBuilder();
        at++;
        while (true) {
            char c = next();
            if (c == '"') {
                return out.toString();
            }
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escaped = next();
            switch (escaped) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b', 'f' -> out.append(' ');
                case 'u' -> out.append(unicode());
                default -> out.append(escaped);
            }
        }
    }

    private char unicode() throws Broken {
        if (at + 4 > text.length()) {
            throw new Broken(at);
        }
        try {
            char c = (char) Integer.parseInt(text, at, at + 4, 16);
            at += 4;
            return c;
        } catch (NumberFormatException e) {
            throw new Broken(at);
        }
    }

    private Object textOrNumber() throws Broken {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> new Nothing();
            default -> number(word, start);
        };
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
    }

    private static Double number(String word, int start) throws Broken {
        try {
            return Double.valueOf(word);
        } catch (NumberFormatException e) {
            throw new Broken(start);
        }
    }

    private void expect(char c) throws Broken {
        if (peek() != c) {
            throw new Broken(at);
        }
        at++;
    }

    private char peek() throws Broken {
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\u00a0')) {
            at++;
        }
        if (at >= text.length()) {
            throw new Broken(at);
        }
        return text.charAt(at);
    }

    private char next() throws Broken {
        if (at >= text.length()) {
            throw new Broken(at);
        }
        return text.charAt(at++);
    }
}
