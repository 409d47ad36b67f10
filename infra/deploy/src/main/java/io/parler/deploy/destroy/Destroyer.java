package io.parler.deploy.destroy;

import io.parler.deploy.archive.ObjectStore;
import io.parler.deploy.stack.KeyPairs;
import io.parler.deploy.stack.ParameterStore;
import io.parler.deploy.stack.StackDeployer;
import io.parler.deploy.stack.StackResource;
import io.parler.deploy.stack.StackStatus;
import io.parler.deploy.stack.Stacks;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.Template;
import io.parler.deploy.terminal.Output;
import io.parler.deploy.terminal.TextTable;
import io.parler.deploy.terminal.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Deletes the stacks of a stage, the last deployed first.
public final class Destroyer {
    private static final String BUCKET = "AWS::S3::Bucket";

    private final Stage stage;
    private final Stacks stacks;
    private final StackDeployer deployer;
    private final ParameterStore parameters;
    private final ObjectStore objects;
    private final Output output;
    private final String awsOptions;

    /// Deletes through these ports.
    ///
    /// @param awsOptions what an `aws` command needs to reach the same account and region
    public Destroyer(
            Stage stage,
            Stacks stacks,
            StackDeployer deployer,
            ParameterStore parameters,
            ObjectStore objects,
            Output output,
            String awsOptions) {
        this.stage = stage;
        this.stacks = stacks;
        this.deployer = deployer;
        this.parameters = parameters;
        this.objects = objects;
        this.output = output;
        this.awsOptions = awsOptions;
    }

    /// A stack that will be deleted.
    ///
    /// @param retained what stays
    /// @param emptied buckets whose content goes with the stack
    private record Doomed(
            StackStatus stack, int resources, List<StackResource> retained, List<String> emptied) {}

    /// Announces, asks, exports, deletes, and reports.
    ///
    /// @param names the stacks in the order of deployment
    /// @param keyPairs the key pairs that only these stacks use
    /// @param exportFolder where the audio is copied to first
    /// @param yes don't ask
    /// @return false when it was declined
    public boolean destroy(
            List<String> names, List<String> keyPairs, Optional<Path> exportFolder, boolean yes) {
        List<Doomed> doomed = doomed(names);
        if (doomed.isEmpty()) {
            output.line("Stage " + stage.name() + " has no stacks here.");
            return true;
        }
        announce(doomed);
        if (!yes && !output.ask("Type the stage's name to delete it:").equals(stage.name())) {
            output.line("Nothing was deleted.");
            return false;
        }
        exportFolder.ifPresent(this::export);
        for (Doomed one : doomed) {
            one.emptied().forEach(objects::empty);
            deployer.delete(one.stack());
        }
        keyPairs.forEach(new KeyPairs(stage, parameters)::delete);
        report(doomed);
        return true;
    }

    private List<Doomed> doomed(List<String> names) {
        List<Doomed> doomed = new ArrayList<>();
        for (String name : names.reversed()) {
            stacks.get(stage.stackName(name)).map(this::doomed).ifPresent(doomed::add);
        }
        return doomed;
    }

    private Doomed doomed(StackStatus stack) {
        if (stack.isOnlyPlanned()) {
            return new Doomed(stack, 0, List.of(), List.of());
        }
        List<StackResource> resources = stacks.resources(stack.name());
        List<StackResource> retained =
                Remains.retained(
                        Template.of(stack.name(), stacks.template(stack.name())), resources);
        List<String> emptied =
                resources.stream()
                        .filter(r -> r.type().equals(BUCKET) && !retained.contains(r))
                        .map(StackResource::physicalId)
                        .toList();
        return new Doomed(stack, resources.size(), retained, emptied);
    }

    private void announce(List<Doomed> doomed) {
        TextTable table = new TextTable();
        for (Doomed one : doomed) {
            String kept =
                    one.retained().isEmpty()
                            ? ""
                            : "keeps "
                                    + Words.count(
                                            one.retained().stream()
                                                    .map(StackResource::type)
                                                    .toList());
            String emptied =
                    one.emptied().isEmpty()
                            ? ""
                            : "DELETES WHAT IS IN " + String.join(", ", one.emptied());
            table.row(
                    one.stack().name(),
                    one.stack().state(),
                    Words.number(one.resources(), "resource"),
                    kept,
                    emptied);
        }
        output.line("These stacks will be deleted:");
        output.table(table, "  ");
    }

    private void export(Path folder) {
        Optional<String> bucket = parameters.get(stage.parameterName("conversion/audio-bucket"));
        int files = bucket.map(b -> new AudioExport(objects, output).export(b, folder)).orElse(0);
        output.line(Words.number(files, "audio file") + " exported to " + folder);
    }

    private void report(List<Doomed> doomed) {
        List<StackResource> retained =
                doomed.stream().flatMap(one -> one.retained().stream()).toList();
        List<List<String>> rows =
                new Remains(retained, parameters.names("/parler/" + stage.name())).rows(awsOptions);
        output.line("");
        if (rows.isEmpty()) {
            output.line("Nothing of stage " + stage.name() + " remains.");
            return;
        }
        output.line("These remain, and this deletes them:");
        TextTable table = new TextTable();
        rows.forEach(row -> table.row(row.get(0), row.get(1), row.get(2)));
        output.table(table, "  ");
    }
}
