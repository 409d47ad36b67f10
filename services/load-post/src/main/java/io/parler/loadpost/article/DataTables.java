package io.parler.loadpost.article;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Tells tables of data from tables that only lay a page out.
final class DataTables {
    private final Set<Element> tables = new HashSet<>();
    private final Set<Element> holders = new HashSet<>();

    DataTables(Element root) {
        for (var table : root.getElementsByTag("table")) {
            if (isData(table)) {
                tables.add(table);
                holders.add(table);
                holders.addAll(table.parents());
            }
        }
    }

    /// Whether the element is one, or one is in it.
    boolean within(Element element) {
        return holders.contains(element);
    }

    boolean around(Element element) {
        if (tables.isEmpty()) {
            return false;
        }
        for (var parent = element.parent(); parent != null; parent = parent.parent()) {
            if (tables.contains(parent)) {
                return true;
            }
        }
        return false;
    }

    static boolean isData(Element table) {
        if (table.attr("role").equals("presentation") || table.attr("datatable").equals("0")) {
            return false;
        }
        var shape = new Shape(table);
        if (!table.attr("summary").isEmpty() || shape.marked) {
            return true;
        }
        if (shape.nested || shape.rows <= 1 || shape.columns <= 1) {
            return false;
        }
        return shape.rows >= 10 || shape.columns > 4 || shape.rows * shape.columns > 10;
    }

    /// Rows and columns, and what else an author of data would write.
    private static final class Shape {
        private int rows;
        private int columns;
        private int inRow;
        private boolean marked;
        private boolean nested;

        Shape(Element table) {
            for (var e = DomWalk.nextElement(table, table);
                    e != null && !marked;
                    e = DomWalk.nextElement(e, table)) {
                switch (e.normalName()) {
                    case "caption" -> marked = e.childNodeSize() > 0;
                    case "col", "colgroup", "tfoot", "thead", "th" -> marked = true;
                    case "table" -> nested = true;
                    case "tr" -> {
                        rows += span(e, "rowspan");
                        inRow = 0;
                    }
                    case "td" -> {
                        inRow += span(e, "colspan");
                        columns = Math.max(columns, inRow);
                    }
                    default -> {}
                }
            }
        }

        private static int span(Element element, String attribute) {
            var value = element.attr(attribute).strip();
            return value.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(value) : 1;
        }
    }
}
