package io.parler.e2e.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.e2e.project.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The alarms of all templates keep the rules, and each rule finds what breaks it.
class AlarmRulesTest {
    private static final String TOPIC = "AlarmTopicArn";
    private static final String RUNBOOK = ProjectFiles.read(ProjectFiles.path("docs/runbook.md"));

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void everyFunctionQueueTableAndApiIsWatched(Template template) {
        assertThat(AlarmRules.everythingIsWatched(template)).isEmpty();
        assertThat(AlarmRules.durationsAreComparedWithTheTimeouts(template)).isEmpty();
        assertThat(AlarmRules.memoryIsReadFromTheLogs(template)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void everyAlarmTellsSomebodyAndHasAPage(Template template) {
        assertThat(AlarmRules.alarmsReachSomebody(template, RUNBOOK, TOPIC)).isEmpty();
    }

    /// It tells a topic of its own stack, which is in another region than the rest.
    @Test
    void theEdgesAlarmTellsItsOwnTopicAndHasAPage() {
        Template edge = Template.read(ProjectFiles.path("infra/edge-alarms.yaml"));

        assertThat(AlarmRules.alarmsReachSomebody(edge, RUNBOOK, "AlarmTopic")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FunctionErrorsAlarm",
                "ThrottlesAlarm",
                "DurationAlarm",
                "MemoryAlarm",
                "ApiErrorsAlarm",
                "EventsWaitAlarm",
                "TableThrottlesAlarm",
            })
    void aMissingAlarmIsSeen(String alarm) {
        Template broken =
                TemplateFixtures.changed(
                        "status", tree -> ((ObjectNode) tree.path("Resources")).remove(alarm));
        assertThat(AlarmRules.everythingIsWatched(broken)).isNotEmpty();
    }

    @Test
    void aFunctionLeftOutOfAnAlarmIsSeen() {
        Template broken =
                TemplateFixtures.changed(
                        "status",
                        tree ->
                                ((ArrayNode)
                                                tree.at(
                                                        "/Resources/ThrottlesAlarm/Properties/Metrics"))
                                        .remove(2));
        assertThat(AlarmRules.everythingIsWatched(broken))
                .containsExactly("StatusRecorder: no alarm watches its Throttles");
    }

    @Test
    void aChangedTimeoutIsSeen() {
        Template broken =
                TemplateFixtures.changed(
                        "status", tree -> properties(tree, "StatusRecorder").put("Timeout", 60));
        assertThat(AlarmRules.durationsAreComparedWithTheTimeouts(broken))
                .containsExactly("StatusRecorder: its duration is compared with another timeout");
    }

    @Test
    void reportsThatAreNoJsonAreSeen() {
        Template broken =
                TemplateFixtures.changed(
                        "status",
                        tree ->
                                ((ObjectNode) properties(tree, "StatusApi").path("LoggingConfig"))
                                        .put("LogFormat", "Text"));
        assertThat(AlarmRules.memoryIsReadFromTheLogs(broken)).hasSize(1);
    }

    @Test
    void anAlarmThatTellsNobodyOrHasNoPageIsSeen() {
        Template broken =
                TemplateFixtures.changed(
                        "status",
                        tree -> {
                            properties(tree, "DeadLettersAlarm").remove("AlarmActions");
                            ((ObjectNode) tree.path("Resources"))
                                    .set("NewAlarm", tree.at("/Resources/EventsWaitAlarm"));
                        });
        assertThat(AlarmRules.alarmsReachSomebody(broken, RUNBOOK, TOPIC))
                .containsExactly(
                        "DeadLettersAlarm: AlarmActions tell nobody",
                        "NewAlarm: has no page in docs/runbook.md",
                        "NewAlarm: its message does not name its page");
    }

    private static ObjectNode properties(JsonNode tree, String resource) {
        return (ObjectNode) tree.path("Resources").path(resource).path("Properties");
    }
}
