package io.parler.e2e.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The queues of all templates follow the rules, and each rule finds violations.
class QueueRulesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void everyQueueHasADeadLetterQueueWithAnAlarm(Template template) {
        assertThat(QueueRules.queuesHaveDeadLettersAndAlarms(template)).isEmpty();
        assertThat(QueueRules.queuesOutlastTheirFunctions(template)).isEmpty();
        assertThat(QueueRules.queuesReportEachFailure(template)).isEmpty();
    }

    @Test
    void aQueueWithoutDeadLettersOrAlarmIsFound() {
        Template withoutRedrive =
                TemplateFixtures.changed(
                        "conversion", tree -> TemplateFixtures.queue(tree).remove("RedrivePolicy"));
        assertThat(QueueRules.queuesHaveDeadLettersAndAlarms(withoutRedrive)).isNotEmpty();
        Template withoutAlarm =
                TemplateFixtures.changed(
                        "conversion",
                        tree ->
                                tree.path("Resources")
                                        .forEach(
                                                resource -> {
                                                    if (resource.path("Type")
                                                            .asText()
                                                            .equals("AWS::CloudWatch::Alarm")) {
                                                        ((ObjectNode) resource)
                                                                .put(
                                                                        "Type",
                                                                        "AWS::CloudWatch::CompositeAlarm");
                                                    }
                                                }));
        assertThat(QueueRules.queuesHaveDeadLettersAndAlarms(withoutAlarm)).isNotEmpty();
    }

    @Test
    void aVisibilityTimeoutThatIsTooShortIsFound() {
        Template broken =
                TemplateFixtures.changed(
                        "conversion",
                        tree -> TemplateFixtures.queue(tree).put("VisibilityTimeout", 30));
        assertThat(QueueRules.queuesOutlastTheirFunctions(broken)).hasSize(1);
    }

    @Test
    void aFunctionWithoutItemFailuresIsFound() {
        Template broken =
                TemplateFixtures.conversion(
                        worker ->
                                worker.path("Events")
                                        .forEach(
                                                e ->
                                                        ((ObjectNode) e.path("Properties"))
                                                                .remove("FunctionResponseTypes")));
        assertThat(QueueRules.queuesReportEachFailure(broken)).hasSize(1);
    }
}
