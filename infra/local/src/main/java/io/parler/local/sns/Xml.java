package io.parler.local.sns;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes the XML of the query protocol's responses.
final class Xml {
    private Xml() {}

    static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    static <T> String list(String name, List<T> items, Function<T, String> item) {
        return items.stream()
                .map(i -> "<member>" + item.apply(i) + "</member>")
                .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
    }

    static String map(String name, Map<String, String> map) {
        return map.entrySet().stream()
                .map(
                        e ->
                                "<entry>"
                                        + element("key", e.getKey())
                                        + element("value", e.getValue())
                                        + "</entry>")
                .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
    }

    static String metadata() {
        return "<ResponseMetadata>"
                + element("RequestId", UUID.randomUUID().toString())
                + "</ResponseMetadata>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
