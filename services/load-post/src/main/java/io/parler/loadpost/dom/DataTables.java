package io.parler.loadpost.dom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Tells data tables from layout tables.
public final class DataTables {
    private final Set<Element> tables = new HashSet<>();
    private final Set<Element> holders = new HashSet<>();

    public DataTables(Element root) {
        if (root.selectFirst("table") == null) {
            return;
        }
        for (Shape shape : Shape.all(root)) {
            if (shape.isData()) {
                tables.add(shape.table);
                Element holder = shape.table;
                while (holder != null && holders.add(holder)) {
                    holder = holder.parent();
                }
            }
        }
    }

    /// Whether the element is or contains a data table.
    public boolean within(Element element) {
        return holders.contains(element);
    }

    public boolean around(Element element) {
        if (tables.isEmpty()) {
            return false;
        }
        for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
            if (tables.contains(parent)) {
                return true;
            }
        }
        return false;
    }

    public static boolean isData(Element table) {
        return Shape.all(table).getFirst().isData();
    }

    /// The features of one table that show whether it holds data. Rows and columns count only
    /// if it contains no other table.
    private static final class Shape {
        private final Element table;
        private int rows;
        private int columns;
        private int inRow;
        private boolean marked;
        private boolean nested;

        private Shape(Element table) {
            this.table = table;
        }

        /// Measures all tables of the tree in one walk.
        static List<Shape> all(Element root) {
            var shapes = new ArrayList<Shape>();
            visit(root, null, shapes);
            return shapes;
        }

        private static void visit(Element element, @Nullable Shape around, List<Shape> shapes) {
            Shape inner = around;
            if (Tags.is(element, "table")) {
                inner = new Shape(element);
                shapes.add(inner);
            } else if (around != null) {
                around.count(element);
            }
            for (int i = 0; i < element.childNodeSize(); i++) {
                if (element.childNode(i) instanceof Element child) {
                    visit(child, inner, shapes);
                }
            }
            if (around != null && inner != null && !around.equals(inner)) {
                around.nested = true;
                around.marked |= inner.marked;
            }
        }

        private void count(Element element) {
            switch (element.normalName()) {
                case "caption" -> marked |= element.childNodeSize() > 0;
                case "col", "colgroup", "tfoot", "thead", "th" -> marked = true;
                case "tr" -> {
                    rows += span(element, "rowspan");
                    inRow = 0;
                }
                case "td" -> {
                    inRow += span(element, "colspan");
                    columns = Math.max(columns, inRow);
                }
                default -> {}
            }
        }

        boolean isData() {
            if (table.attr("role").equals("presentation") || table.attr("datatable").equals("0")) {
                return false;
            }
            if (!table.attr("summary").isEmpty() || marked) {
                return true;
            }
            if (nested || rows <= 1 || columns <= 1) {
                return false;
            }
            return rows >= 10 || columns > 4 || rows * columns > 10;
        }

        private static int span(Element element, String attribute) {
            String value = element.attr(attribute);
            return value.isEmpty() ? 1 : number(value.strip());
        }

        private static int number(String value) {
            return value.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(value) : 1;
        }
    }
}
