package io.parler.loadpost.article;

import org.jsoup.nodes.Element;

/// Tells tables of data from tables that only lay a page out.
final class DataTables {
    private DataTables() {}

    static boolean isData(Element table) {
        if (table.attr("role").equals("presentation") || table.attr("datatable").equals("0")) {
            return false;
        }
        if (table.hasAttr("summary") && !table.attr("summary").isEmpty()) {
            return true;
        }
        var caption = table.selectFirst("caption");
        if ((caption != null && caption.childNodeSize() > 0)
                || table.selectFirst("col, colgroup, tfoot, thead, th") != null) {
            return true;
        }
        if (table.getElementsByTag("table").size() > 1) {
            return false;
        }
        int rows = 0;
        int columns = 0;
        for (var row : table.getElementsByTag("tr")) {
            rows += span(row, "rowspan");
            columns =
                    Math.max(
                            columns,
                            row.getElementsByTag("td").stream()
                                    .mapToInt(c -> span(c, "colspan"))
                                    .sum());
        }
        if (rows == 1 || columns == 1) {
            return false;
        }
        return rows >= 10 || columns > 4 || rows * columns > 10;
    }

    static boolean inside(Element element) {
        for (var parent = element.parent(); parent != null; parent = parent.parent()) {
            if (Tags.is(parent, "table") && isData(parent)) {
                return true;
            }
        }
        return false;
    }

    private static int span(Element element, String attribute) {
        var value = element.attr(attribute).strip();
        return value.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(value) : 1;
    }
}
