package io.parler.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// Prints rows under headings; numbers are aligned to the right.
final class TextTable {
    private static final String SEPARATOR = "   ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /// A column's heading and alignment.
    record Column(String heading, boolean alignRight) {
        static Column left(String heading) {
            return new Column(heading, false);
        }

        static Column right(String heading) {
            return new Column(heading, true);
        }
    }

    TextTable(Column... columns) {
        this.columns = List.of(columns);
        rows.add(this.columns.stream().map(Column::heading).toList());
    }

    void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells");
        }
        rows.add(List.of(cells));
    }

    void print(PrintWriter out, String indent) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? indent : SEPARATOR).append(cell(row.get(i), i));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private String cell(String text, int column) {
        String space = " ".repeat(width(column) - width(text));
        return columns.get(column).alignRight() ? space + text : text + space;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
