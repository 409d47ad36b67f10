package io.parler.deploy.plan;

import io.parler.deploy.stack.Change;
import io.parler.deploy.terminal.Output;
import io.parler.deploy.terminal.TextTable;
import io.parler.deploy.terminal.Words;
import java.util.List;
import java.util.Locale;

/// Prints a plan and its monthly cost.
public final class PlanPrinter {
    private final Output output;

    public PlanPrinter(Output output) {
        this.output = output;
    }

    public void print(List<EntryPlan> plans) {
        int width = plans.stream().mapToInt(plan -> plan.name().length()).max().orElse(0);
        for (EntryPlan plan : plans) {
            String name = String.format(Locale.ROOT, "  %-" + width + "s   ", plan.name());
            switch (plan) {
                case EntryPlan.Create create ->
                        output.line(name + "create: " + Words.count(create.types()));
                case EntryPlan.Unchanged _ -> output.line(name + "no changes");
                case EntryPlan.Later later -> output.line(name + "later: " + later.reason());
                case EntryPlan.Update update -> {
                    output.line(name + Words.number(update.changes().size(), "change"));
                    printChanges(update.changes());
                }
            }
        }
    }

    public void printChanges(List<Change> changes) {
        TextTable table = new TextTable();
        for (Change change : changes) {
            String word = change.kind().word();
            table.row(
                    change.losesData() ? word.toUpperCase(Locale.ROOT) : word,
                    Words.noun(change.type()),
                    change.id(),
                    change.losesData() ? "<<< WHAT IT HOLDS IS NOT CARRIED OVER" : "");
        }
        output.table(table, "      ");
    }

    public void print(MonthlyCost cost) {
        output.line("");
        output.line(
                "While idle this stage costs at most "
                        + cost.total()
                        + " USD a month (list prices):");
        TextTable table = new TextTable();
        cost.items()
                .forEach(item -> table.row(item.label(), item.dollars() + " USD", item.source()));
        table.row("everything else", "0.00 USD", "billed by use");
        output.table(table, "  ");
    }
}
