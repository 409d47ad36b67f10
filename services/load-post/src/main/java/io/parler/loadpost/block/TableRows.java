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
import org.jsoup.select.Elements;

/// Extracts the cells of a data table, row by row.
final class TableRows {
    /// A longer cell with several paragraphs is a column of a page layout.
    private static final int LONG_CELL = 1000;

    private static final int SHORT_CELL = 60;

    /// A larger table is hard to follow by ear.
    private static final int MAX_CELLS = 24;

    private static final int MAX_CHARACTERS = 300;

    private TableRows() {}

    /// Whether the table is small enough to be read aloud, row by row.
    static boolean isSmall(List<List<String>> rows) {
        return rows.stream().mapToInt(List::size).sum() <= MAX_CELLS
                && rows.stream().flatMap(List::stream).mapToInt(String::length).sum()
                        <= MAX_CHARACTERS;
    }

    /// Whether the element is a table to a reader: it holds data, and neither another table nor
    /// running text.
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
        Element inner = DomWalk.nextElement(table, table);
        while (inner != null && !Tags.is(inner, "table")) {
            inner = DomWalk.nextElement(inner, table);
        }
        return inner != null;
    }

    /// Whether the table consists of rows of short cells: a sign of data if nothing else shows
    /// it.
    private static boolean isGrid(Element table) {
        Elements rows = table.getElementsByTag("tr");
        Elements cells = table.getElementsByTag("td");
        return rows.size() >= 2
                && cells.size() >= 2 * rows.size()
                && table.selectFirst("div, p, img, pre, ul, ol") == null
                && cells.stream().allMatch(cell -> PlainText.length(cell) <= SHORT_CELL);
    }

    static List<List<String>> of(Element table) {
        var rows = new ArrayList<List<String>>();
        for (Element row : table.getElementsByTag("tr")) {
            List<String> cells =
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
        text.append(cell.text(), InlineTextBuilder.Style.PLAIN); // keeps lines separate
        return text.build().text();
    }

    static String text(List<List<String>> rows) {
        return rows.stream()
                .map(row -> String.join(" ", row).strip())
                .collect(Collectors.joining("\n"));
    }
}
