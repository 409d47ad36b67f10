package io.parler.deploy.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.deploy.stack.StackStatus;
import io.parler.deploy.stack.Stacks;
import io.parler.deploy.stack.TemplateSource;
import io.parler.deploy.stack.TemplateSummary;
import io.parler.deploy.suite.DeployException;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.SuiteEntry;
import io.parler.deploy.suite.SuiteFile;
import io.parler.deploy.suite.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One pipeline for each stack of the suite, as stacks that are deployed like any other.
public final class Pipelines {
    private static final String PREFIX = "pipeline-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stage stage;
    private final Stacks stacks;

    public Pipelines(Stage stage, Stacks stacks) {
        this.stage = stage;
        this.stacks = stacks;
    }

    /// The last parts of the names of the pipelines' stacks.
    public static List<String> names(SuiteFile suite) {
        return suite.names().stream().map(name -> PREFIX + name).toList();
    }

    /// The stacks of the pipelines. Each pipeline deploys with the parameter values that its stack
    /// has now.
    ///
    /// @param template pipeline.yaml
    public SuiteFile of(SuiteFile suite, Path template, PipelineSource source) {
        Map<String, SuiteEntry> entries = new LinkedHashMap<>();
        for (SuiteEntry entry : suite.entries()) {
            entries.computeIfAbsent(entry.name(), _ -> pipeline(entry, template, source));
        }
        return new SuiteFile(new ArrayList<>(entries.values()));
    }

    private SuiteEntry pipeline(SuiteEntry entry, Path template, PipelineSource source) {
        String stack = stage.stackName(entry.name());
        if (stacks.get(stack).filter(StackStatus::isComplete).isEmpty()) {
            throw new DeployException(
                    stack
                            + " is not deployed: a pipeline updates a stack that is there. Run"
                            + " parler deploy first.");
        }
        String name = PREFIX + entry.name();
        if (source.repository().isEmpty() && stacks.get(stage.stackName(name)).isEmpty()) {
            throw new DeployException(
                    "--repository is needed: " + stage.stackName(name) + " is new.");
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>(source.parameters());
        parameters.put("Stack", List.of(entry.name()));
        parameters.put("Parameters", List.of(json(settings(stack, entry.template()))));
        return new SuiteEntry(name, template, parameters, List.of());
    }

    /// What differs from the template's defaults. The build fills in the stage, and the names of
    /// the stage's stored values.
    private Map<String, String> settings(String stack, Path template) {
        Map<String, Optional<String>> defaults = new LinkedHashMap<>();
        TemplateSource source = new TemplateSource.Body(Template.read(template).text());
        for (TemplateSummary.Parameter parameter : stacks.summary(source).parameters()) {
            defaults.put(parameter.name(), parameter.defaultValue().map(stage::inThisStage));
        }
        Map<String, String> settings = new TreeMap<>();
        stacks.parameters(stack)
                .forEach(
                        (name, value) -> {
                            Optional<String> usual = defaults.get(name);
                            if (usual != null
                                    && !name.equals("Stage")
                                    && !usual.equals(Optional.of(value))) {
                                settings.put(name, value);
                            }
                        });
        return settings;
    }

    private static String json(Map<String, String> settings) {
        try {
            return JSON.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
