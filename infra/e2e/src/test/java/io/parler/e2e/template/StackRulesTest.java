package io.parler.e2e.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.e2e.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stacks of all templates follow the rules, and each rule finds violations.
class StackRulesTest {
    private static final Path EVENTS = ProjectFiles.path("contracts", "events");

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void everySubscriptionIsToAnExistingEvent(Template template) {
        assertThat(StackRules.subscriptionsAskForEventsThereAre(template, EVENTS)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void thePipelineMayPassOnEveryRole(Template template) throws IOException {
        String pipeline = Files.readString(ProjectFiles.path("infra", "pipeline.yaml"));

        assertThat(StackRules.rolesMayBePassedOn(template, pipeline)).isEmpty();
    }

    @Test
    void aRoleThatThePipelineMayNotPassOnIsFound() {
        Template conversions = TemplateFixtures.changed("post-conversion", _ -> {});

        assertThat(StackRules.rolesMayBePassedOn(conversions, "lambda.amazonaws.com"))
                .contains("ConvertCollectionRole: not to states.amazonaws.com");
    }

    @Test
    void everyParameterIsWrittenByATemplateDeployedBefore() {
        List<JsonNode> inOrder = Template.entriesOfTheSuite();
        assertThat(StackRules.parametersAreWrittenBefore(inOrder)).isEmpty();
        assertThat(StackRules.parametersAreWrittenBefore(inOrder.reversed())).isNotEmpty();
    }

    @Test
    void publishedAudioStaysForAsLongAsItsConversion() {
        Template conversion = TemplateFixtures.changed("conversion", _ -> {});
        assertThat(StackRules.publishedAudioNeverExpires(conversion)).isEmpty();

        Template broken =
                TemplateFixtures.changed(
                        "conversion",
                        tree ->
                                ((ObjectNode)
                                                tree.at(
                                                        "/Resources/Audio/Properties"
                                                                + "/LifecycleConfiguration/Rules/0"))
                                        .put("Prefix", ""));
        assertThat(StackRules.publishedAudioNeverExpires(broken))
                .containsExactly("Audio: chunks-expire ends audio");
    }

    @Test
    void aSubscriptionToAnUnknownEventIsFound() {
        Template broken =
                TemplateFixtures.changed(
                        "conversion",
                        tree ->
                                tree.path("Resources")
                                        .forEach(
                                                resource -> {
                                                    if (resource.at("/Properties/FilterPolicy/type")
                                                            instanceof ArrayNode types) {
                                                        types.add("conversion.imagined.v1");
                                                    }
                                                }));
        // To its jobs and to its deletions.
        assertThat(StackRules.subscriptionsAskForEventsThereAre(broken, EVENTS)).hasSize(2);
    }
}
