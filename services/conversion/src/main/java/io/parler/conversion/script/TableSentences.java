package io.parler.conversion.script;

import io.parler.conversion.article.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Turns a table into sentences: one for each row, with the header before each cell, such as
/// "cron: Loses work, yes."
final class TableSentences {
    private final List<List<String>> rows;

    /// @param cell turns the text of a cell into speakable text
    TableSentences(Block.Kind.Table table, UnaryOperator<String> cell) {
        this.rows = table.rows().stream().map(row -> row.stream().map(cell).toList()).toList();
    }

    /// The number of rows without the header.
    int rowCount() {
        return hasHeader() ? rows.size() - 1 : rows.size();
    }

    int columnCount() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    boolean isEmpty() {
        return rows.stream().flatMap(List::stream).allMatch(String::isBlank);
    }

    private boolean hasHeader() {
        return rows.size() > 1;
    }

    List<String> sentences() {
        if (!hasHeader()) {
            return rows.stream().map(TableSentences::withoutHeader).toList();
        }
        return rows.subList(1, rows.size()).stream().map(this::sentence).toList();
    }

    private static String withoutHeader(List<String> row) {
        return withFullStop(
                String.join(
                        ", ", row.stream().map(String::strip).filter(c -> !c.isEmpty()).toList()));
    }

    private String sentence(List<String> row) {
        if (row.isEmpty()) {
            return "";
        }
        String name = row.getFirst().strip();
        List<String> cells = new ArrayList<>();
        for (int column = 1; column < row.size(); column++) {
            String cell = row.get(column).strip();
            if (!cell.isEmpty()) {
                String header = header(column);
                cells.add(header.isEmpty() ? cell : header + ", " + cell);
            }
        }
        String rest = String.join("; ", cells);
        return withFullStop(name.isEmpty() || rest.isEmpty() ? name + rest : name + ": " + rest);
    }

    private String header(int column) {
        List<String> header = rows.getFirst();
        return column < header.size() ? header.get(column).strip() : "";
    }

    private static String withFullStop(String sentence) {
        return sentence.isEmpty() || ".!?…。！？".indexOf(sentence.charAt(sentence.length() - 1)) >= 0
                ? sentence
                : sentence + ".";
    }
}
