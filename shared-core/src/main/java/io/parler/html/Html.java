package io.parler.html;

import org.jspecify.annotations.Nullable;

/// Builds HTML: every text and attribute value is escaped.
public final class Html {
    private final StringBuilder out = new StringBuilder();

    /// Text in which no character means markup, in an element or in a quoted attribute.
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /// Appends a constant from the source code, never a value from outside.
    public Html markup(String markup) {
        out.append(markup);
        return this;
    }

    public Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /// Appends an element that holds a text. Attributes alternate between name and value; one whose
    /// value is null is left out.
    public Html element(String name, String text, @Nullable String... attributes) {
        return open(name, attributes).text(text).markup("</" + name + ">");
    }

    /// Appends a start tag.
    public Html open(String name, @Nullable String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                out.append(' ').append(attributes[i]).append("=\"").append(escape(value));
                out.append('"');
            }
        }
        out.append('>');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
