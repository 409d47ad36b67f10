package io.parler.deploy;

import io.parler.deploy.archive.Archive;
import io.parler.deploy.archive.PackagedTemplate;
import io.parler.deploy.archive.Uploader;
import io.parler.deploy.plan.EntryPlan;
import io.parler.deploy.plan.MonthlyCost;
import io.parler.deploy.plan.PlanPrinter;
import io.parler.deploy.plan.Planner;
import io.parler.deploy.plan.PreparedStack;
import io.parler.deploy.stack.Change;
import io.parler.deploy.stack.ChangeRequest;
import io.parler.deploy.stack.KeyPairs;
import io.parler.deploy.stack.Overrides;
import io.parler.deploy.stack.ParameterResolver;
import io.parler.deploy.stack.StackDeployer;
import io.parler.deploy.stack.StackStatus;
import io.parler.deploy.stack.TemplateSource;
import io.parler.deploy.stack.TemplateSummary;
import io.parler.deploy.suite.DeployException;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.SuiteEntry;
import io.parler.deploy.suite.SuiteFile;
import io.parler.deploy.suite.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// Deploys the suite: checks and plans all of it, asks, then changes stack by stack.
final class Deployment {
    static final String ARTIFACTS_BUCKET = "artifacts-bucket";

    private final Stage stage;
    private final Cloud cloud;
    private final Uploader uploader;
    private final ParameterResolver resolver;
    private final KeyPairs keyPairs;
    private final StackDeployer deployer;
    private final PlanPrinter printer;
    private final Overrides overrides;

    Deployment(Stage stage, Cloud cloud, Overrides overrides) {
        this.stage = stage;
        this.cloud = cloud;
        this.overrides = overrides;
        this.uploader = new Uploader(cloud.objects(), cloud.output());
        this.resolver = new ParameterResolver(stage, cloud.parameters(), overrides);
        this.keyPairs = new KeyPairs(stage, cloud.parameters());
        this.deployer = cloud.deployer();
        this.printer = new PlanPrinter(cloud.output());
    }

    /// How a deployment ended.
    enum Result {
        DEPLOYED,
        PLANNED,
        DECLINED
    }

    /// @param dryRun stop after the plan
    /// @param yes don't ask
    Result run(SuiteFile suite, boolean dryRun, boolean yes) {
        List<PreparedStack> prepared = prepare(suite);
        List<EntryPlan> plans =
                new Planner(stage, cloud.stacks(), resolver, uploader).plan(prepared, bucket());
        printer.print(plans);
        printer.print(MonthlyCost.of(templates(prepared)));
        if (dryRun) {
            return Result.PLANNED;
        }
        cloud.output().line("");
        if (plans.stream().allMatch(EntryPlan.Unchanged.class::isInstance)) {
            cloud.output().line("Everything is up to date.");
            return Result.DEPLOYED;
        }
        if (!yes && !cloud.output().confirm("Deploy stage " + stage.name() + "?")) {
            cloud.output().line("Nothing was changed.");
            return Result.DECLINED;
        }
        for (PreparedStack stack : prepared) {
            deploy(stack, losses -> yes || planned(plans, losses) || approved(losses));
        }
        return Result.DEPLOYED;
    }

    private List<PreparedStack> prepare(SuiteFile suite) {
        Map<String, PackagedTemplate> templates = new LinkedHashMap<>();
        for (SuiteEntry entry : suite.entries()) {
            templates.computeIfAbsent(entry.name(), _ -> PackagedTemplate.read(entry));
        }
        templates.values().stream()
                .flatMap(template -> template.archives().values().stream())
                .filter(archive -> archive.bytes() > Archive.ADVISED_BYTES)
                .forEach(this::warnOfSize);
        Map<String, TemplateSummary> summaries = new LinkedHashMap<>();
        templates.forEach(
                (name, template) ->
                        summaries.put(
                                name, cloud.stacks().summary(uploader.source(template, bucket()))));
        overrides.check(summaries);
        List<PreparedStack> prepared = new ArrayList<>();
        for (SuiteEntry entry : suite.entries()) {
            prepared.add(
                    new PreparedStack(
                            entry,
                            Objects.requireNonNull(templates.get(entry.name())),
                            Objects.requireNonNull(summaries.get(entry.name()))));
        }
        return prepared;
    }

    private void warnOfSize(Archive archive) {
        cloud.output()
                .line(
                        "  "
                                + archive.service()
                                + ".zip has "
                                + archive.bytes() / 1024 / 1024
                                + " MB; above 9 MB a cold start gets slower.");
    }

    private void deploy(PreparedStack prepared, Predicate<List<Change>> approve) {
        prepared.entry().keyPairs().forEach(keyPairs::create);
        String name = stage.stackName(prepared.name());
        Optional<StackStatus> existing = deployer.settle(name);
        ParameterResolver.Resolution parameters =
                resolver.resolve(prepared.entry(), prepared.summary(), existing);
        if (!parameters.missing().isEmpty()) {
            throw new DeployException(
                    name
                            + " needs "
                            + String.join(", ", parameters.missing())
                            + ", which no stack has written here: deploy without --only, or write it"
                            + " (docs/accounts.md).");
        }
        deployer.deploy(
                new ChangeRequest(
                        name,
                        existing.isEmpty(),
                        uploaded(prepared.template()),
                        parameters.values(),
                        prepared.summary().needsNamedIam()),
                prepared.template().template().resources().size(),
                approve);
    }

    private TemplateSource uploaded(PackagedTemplate template) {
        Optional<String> bucket = bucket();
        if (template.hasCode()) {
            uploader.uploadArchives(
                    template,
                    bucket.orElseThrow(
                            () ->
                                    new DeployException(
                                            "There is no bucket for archives ("
                                                    + stage.parameterName(ARTIFACTS_BUCKET)
                                                    + "): deploy platform first.")));
        }
        return uploader.source(template, bucket);
    }

    private Optional<String> bucket() {
        return cloud.parameters().get(stage.parameterName(ARTIFACTS_BUCKET));
    }

    private static boolean planned(List<EntryPlan> plans, List<Change> losses) {
        return losses.stream()
                .allMatch(
                        loss ->
                                plans.stream()
                                        .anyMatch(
                                                plan ->
                                                        plan instanceof EntryPlan.Update update
                                                                && update.changes()
                                                                        .contains(loss)));
    }

    /// Asks about what was not in the plan.
    private boolean approved(List<Change> losses) {
        cloud.output().line("This was not in the plan:");
        printer.printChanges(losses);
        return cloud.output().confirm("Do it?");
    }

    private static List<Template> templates(List<PreparedStack> prepared) {
        Map<String, Template> templates = new LinkedHashMap<>();
        prepared.forEach(stack -> templates.put(stack.name(), stack.template().template()));
        return List.copyOf(templates.values());
    }
}
