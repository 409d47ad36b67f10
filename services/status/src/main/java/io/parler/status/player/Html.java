package io.parler.status.player;

import org.jspecify.annotations.Nullable;

/// HTML under construction: whatever is put in as text or attribute is escaped.
final class Html {
    private final StringBuilder out = new StringBuilder();

    /// Markup as it stands here in the source, never anything from outside.
    Html markup(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /// An element with text in it. Attributes are names and values by turns; one without a value
    /// is left out.
    Html element(String name, String text, @Nullable String... attributes) {
        return open(name, attributes).text(text).markup("</" + name + ">");
    }

    Html open(String name, @Nullable String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(value);
                out.append('"');
            }
        }
        out.append('>');
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
