package io.parler.loadpost.block;

import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.text.CodeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Recognizes program text that a highlighter has put into a table, beside its line numbers.
final class CodeListing {
    private static final Pattern NUMBERS = Pattern.compile("[0-9\\s]*");
    private static final Pattern CODE =
            Pattern.compile(
                    "(?i)(?:^|[\\s_-])(?:code|blob-code|highlight|syntax|syntaxhighlighter|crayon|codehilite|rouge"
                            + "|hljs|pre|lineno|linenums|gutter)(?:$|[\\s_-])");

    private CodeListing() {}

    /// The program text; empty if the table is no listing.
    static Optional<String> text(Element table) {
        if (!CODE.matcher(names(table)).find()) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        for (Element row : table.getElementsByTag("tr")) {
            List<Element> cells =
                    row.children().stream().filter(cell -> Tags.is(cell, "td")).toList();
            if (cells.size() != 2 || !NUMBERS.matcher(PlainText.of(cells.getFirst())).matches()) {
                return Optional.empty();
            }
            lines.add(CodeText.of(cells.getLast()));
        }
        String text = String.join("\n", lines).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// The class names of the table, of what is around it and of its first cells.
    private static String names(Element table) {
        var names = new StringBuilder(table.className());
        Element parent = table.parent();
        if (parent != null) {
            names.append(' ').append(parent.className());
        }
        table.getElementsByTag("td").stream()
                .limit(2)
                .forEach(cell -> names.append(' ').append(cell.className()));
        return names.toString();
    }
}
