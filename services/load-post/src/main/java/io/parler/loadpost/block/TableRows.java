package io.parler.loadpost.block;

import io.parler.loadpost.dom.DataTables;
import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.text.InlineTextBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// The cells of a table of data, row by row.
final class TableRows {
    /// A cell longer than this in paragraphs is a column of a page, not a cell of a table.
    private static final int LONG_CELL = 1000;

    private static final int SHORT_CELL = 60;

    /// More than this is too much to follow by ear unless one asks for it.
    private static final int MOST_CELLS = 24;

    private static final int MOST_CHARACTERS = 300;

    private TableRows() {}

    /// Whether it can be read aloud, row by row.
    static boolean isSmall(List<List<String>> rows) {
        return rows.stream().mapToInt(List::size).sum() <= MOST_CELLS
                && rows.stream().flatMap(List::stream).mapToInt(String::length).sum()
                        <= MOST_CHARACTERS;
    }

    /// Whether the element is a table to a reader, too: holds data, no other table and no running
    /// text.
    static boolean isTable(Element table) {
        if (holdsTable(table)
                || !(DataTables.isData(table) || isGrid(table))
                || (table.selectFirst("pre, ul, ol, h1, h2, h3") != null
                        && table.select("tr").size() < 3)) {
            return false;
        }
        return table.select("td").stream()
                .noneMatch(
                        cell -> cell.select("p").size() > 1 && PlainText.length(cell) > LONG_CELL);
    }

    private static boolean holdsTable(Element table) {
        var inner = DomWalk.nextElement(table, table);
        while (inner != null && !Tags.is(inner, "table")) {
            inner = DomWalk.nextElement(inner, table);
        }
        return inner != null;
    }

    /// Rows of short cells, though nothing else says that they are data.
    private static boolean isGrid(Element table) {
        var rows = table.getElementsByTag("tr");
        var cells = table.getElementsByTag("td");
        return rows.size() >= 2
                && cells.size() >= 2 * rows.size()
                && table.selectFirst("div, p, img, pre, ul, ol") == null
                && cells.stream().allMatch(cell -> PlainText.length(cell) <= SHORT_CELL);
    }

    static List<List<String>> of(Element table) {
        var rows = new ArrayList<List<String>>();
        for (var row : table.getElementsByTag("tr")) {
            var cells =
                    row.children().stream()
                            .filter(cell -> Tags.is(cell, "td") || Tags.is(cell, "th"))
                            .map(TableRows::cell)
                            .toList();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(cells);
            }
        }
        return rows;
    }

    private static String cell(Element cell) {
        var text = new InlineTextBuilder();
        text.append(
                cell.text(),
                InlineTextBuilder.Style.PLAIN); // parts on lines of their own stay parted
        return text.take().text();
    }

    static String text(List<List<String>> rows) {
        return rows.stream()
                .map(row -> String.join(" ", row).strip())
                .collect(Collectors.joining("\n"));
    }
}
