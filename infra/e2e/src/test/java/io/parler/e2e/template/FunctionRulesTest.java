package io.parler.e2e.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The functions of all templates follow the rules, and each rule finds violations.
class FunctionRulesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void everyHandlerExists(Template template) {
        assertThat(template.functions()).isNotEmpty();
        assertThat(FunctionRules.handlersExist(template, TemplateFixtures.classes(template)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void everySettingIsSetAndRead(Template template) {
        assertThat(
                        FunctionRules.settingsAreSetAndRead(
                                template, TemplateFixtures.sources(template)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void everyFunctionHasItsOwnLogGroupWithARetention(Template template) {
        assertThat(FunctionRules.functionsHaveTheirOwnLogs(template)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void policiesAllowOnlyWhatIsNeeded(Template template) {
        assertThat(FunctionRules.policiesAreNarrow(template)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void apisStartFromASnapshotThatIsPrimed(Template template) {
        assertThat(
                        FunctionRules.apisStartFromASnapshot(
                                template, TemplateFixtures.sources(template)))
                .isEmpty();
    }

    @Test
    void anApiWithoutASnapshotAndASnapshotThatIsNotPrimedAreFound() {
        Template broken =
                TemplateFixtures.changed(
                        "conversion",
                        tree -> {
                            ((ObjectNode) tree.at("/Resources/ConversionApi/Properties"))
                                    .remove("SnapStart");
                            ((ObjectNode) tree.at("/Resources/ConversionWorker/Properties"))
                                    .putObject("SnapStart")
                                    .put("ApplyOn", "PublishedVersions");
                        });

        assertThat(FunctionRules.apisStartFromASnapshot(broken, TemplateFixtures.sources(broken)))
                .containsExactlyInAnyOrder(
                        "ConversionApi: its callers wait for a cold start",
                        "ConversionWorker: its snapshot is lost if nobody calls it",
                        "ConversionWorker: its snapshot is not primed");
    }

    @Test
    void aMissingHandlerIsFound() {
        Template broken =
                TemplateFixtures.conversion(
                        worker -> worker.put("Handler", "io.parler.conversion.aws.worker.Nobody"));
        assertThat(FunctionRules.handlersExist(broken, TemplateFixtures.classes(broken)))
                .hasSize(1);
    }

    @Test
    void aMissingSettingAndAnUnusedOneAreFound() {
        Template broken =
                TemplateFixtures.conversion(
                        worker -> {
                            ObjectNode variables = (ObjectNode) worker.at("/Environment/Variables");
                            variables.remove("AUDIO_BUCKET");
                            variables.put("AUDIO_BUCKETS", "x");
                        });
        assertThat(FunctionRules.settingsAreSetAndRead(broken, TemplateFixtures.sources(broken)))
                .hasSize(2);
    }

    @Test
    void logGroupsWithoutRetentionOrSharedOnesAreFound() {
        Template forEver =
                TemplateFixtures.changed(
                        "conversion",
                        tree ->
                                tree.path("Resources")
                                        .forEach(
                                                resource -> {
                                                    if (resource.path("Type")
                                                            .asText()
                                                            .equals("AWS::Logs::LogGroup")) {
                                                        ((ObjectNode) resource.path("Properties"))
                                                                .remove("RetentionInDays");
                                                    }
                                                }));
        assertThat(FunctionRules.functionsHaveTheirOwnLogs(forEver))
                .hasSameSizeAs(forEver.functions().keySet());
        Template none = TemplateFixtures.conversion(worker -> worker.remove("LoggingConfig"));
        assertThat(FunctionRules.functionsHaveTheirOwnLogs(none)).hasSize(1);
    }

    @Test
    void aPolicyThatAllowsTooMuchIsFound() {
        Template anyAction =
                TemplateFixtures.conversion(
                        worker -> TemplateFixtures.statement(worker).put("Action", "s3:*"));
        assertThat(FunctionRules.policiesAreNarrow(anyAction)).isNotEmpty();
        Template anyResource =
                TemplateFixtures.conversion(
                        worker ->
                                TemplateFixtures.statement(worker)
                                        .put("Action", "s3:GetObject")
                                        .put("Resource", "*"));
        assertThat(FunctionRules.policiesAreNarrow(anyResource)).isNotEmpty();
        Template managed =
                TemplateFixtures.conversion(
                        worker -> ((ArrayNode) worker.path("Policies")).add("AmazonS3FullAccess"));
        assertThat(FunctionRules.policiesAreNarrow(managed)).hasSize(1);
    }
}
