package io.parler.loadpost.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Parses invalid JSON as it occurs on web pages: raw line ends in strings, trailing commas,
/// comments, single quotes and text around it are tolerated. Values are `Map`, `List`, `String`,
/// `Double` and `Boolean`; nulls are left out.
public final class LenientJson {
    private static final int MAX_DEPTH = 60;
    private static final String CDATA = "<![CDATA[";

    /// Names are neither interned nor shared, because a hostile page has as many as it likes.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .enable(
                            JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                            JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                            JsonReadFeature.ALLOW_TRAILING_COMMA,
                            JsonReadFeature.ALLOW_MISSING_VALUES,
                            JsonReadFeature.ALLOW_SINGLE_QUOTES,
                            JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                            JsonReadFeature.ALLOW_JAVA_COMMENTS,
                            JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                    .build();

    private LenientJson() {}

    /// The first object or list in a text, or empty if it can't be parsed.
    public static Optional<Object> parse(String text) {
        int start = start(text);
        if (start < 0) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(text.substring(start))) {
            return value(parser.nextToken(), parser);
        } catch (IOException e) {
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

    private static int start(String text) {
        int section = text.indexOf(CDATA); // in pages that used to be XML
        int from = section < 0 ? 0 : section + CDATA.length();
        int object = text.indexOf('{', from);
        int list = text.indexOf('[', from);
        return object < 0 || (list >= 0 && list < object) ? list : object;
    }

    private static Optional<Object> value(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case START_OBJECT -> Optional.of(object(parser));
            case START_ARRAY -> Optional.of(list(parser));
            case VALUE_STRING -> Optional.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(parser.getDoubleValue());
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// Of several fields with one name, the first counts.
    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var map = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            value(parser.nextToken(), parser).ifPresent(value -> map.putIfAbsent(name, value));
        }
        return map;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        var list = new ArrayList<Object>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            value(token, parser).ifPresent(list::add);
        }
        return list;
    }
}
