package io.parler.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The templates fit the code, each other and the contracts; and each rule sees what breaks it.
class TemplatesTest {
    private static final Path EVENTS = Project.path("contracts", "events");

    static Stream<Template> services() {
        return Template.ofServices().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void everyHandlerExists(Template template) {
        assertThat(template.functions()).isNotEmpty();
        assertThat(TemplateRules.handlersExist(template, classes(template))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void whatIsReadIsSetAndWhatIsSetIsRead(Template template) {
        assertThat(TemplateRules.settingsAreSetAndRead(template, sources(template))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void everyRouteIsAnsweredAndEveryAnswerRouted(Template template) {
        assertThat(TemplateRules.routesAreAnswered(template, sources(template))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void everyQueueHasADeadLetterQueueWithAnAlarm(Template template) {
        assertThat(TemplateRules.queuesHaveDeadLettersAndAlarms(template)).isEmpty();
        assertThat(TemplateRules.queuesOutlastTheirFunctions(template)).isEmpty();
        assertThat(TemplateRules.queuesReportEachFailure(template)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void everyFunctionHasItsOwnLogsForATime(Template template) {
        assertThat(TemplateRules.functionsHaveTheirOwnLogs(template)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void aFunctionMayDoOnlyWhatItDoes(Template template) {
        assertThat(TemplateRules.policiesAreNarrow(template)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void everyPublicApiHasALimit(Template template) {
        assertThat(TemplateRules.apisAreThrottled(template)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void everySubscriptionIsToAnEventThereIs(Template template) {
        assertThat(TemplateRules.subscriptionsAskForEventsThereAre(template, EVENTS)).isEmpty();
    }

    @Test
    void everyParameterIsWrittenByATemplateDeployedBefore() {
        List<Template> inOrder = new ArrayList<>(List.of(Template.ofPlatform()));
        inOrder.addAll(Template.ofServices());
        inOrder.add(Template.ofEdge());
        assertThat(TemplateRules.parametersAreWrittenBefore(inOrder)).isEmpty();
        assertThat(TemplateRules.parametersAreWrittenBefore(inOrder.reversed())).isNotEmpty();
    }

    @Test
    void theEdgeLeadsToEveryRoute() {
        assertThat(TemplateRules.edgeLeadsToEachRoute(Template.ofEdge(), Template.ofServices()))
                .isEmpty();
    }

    // What each rule is for: a template broken on purpose is complained about.

    @Test
    void aHandlerThatIsNotThereIsSeen() {
        Template broken =
                conversion(
                        worker -> worker.put("Handler", "io.parler.conversion.aws.worker.Nobody"));
        assertThat(TemplateRules.handlersExist(broken, classes(broken))).hasSize(1);
    }

    @Test
    void aSettingTooFewAndOneTooManyAreSeen() {
        Template broken =
                conversion(
                        worker -> {
                            ObjectNode variables = (ObjectNode) worker.at("/Environment/Variables");
                            variables.remove("AUDIO_BUCKET");
                            variables.put("AUDIO_BUCKETS", "x");
                        });
        assertThat(TemplateRules.settingsAreSetAndRead(broken, sources(broken))).hasSize(2);
    }

    @Test
    void aRouteNobodyAnswersIsSeen() {
        Template broken =
                changed(
                        "load-post",
                        tree -> {
                            ObjectNode function =
                                    (ObjectNode) tree.at("/Resources/LoadPostApi/Properties");
                            ObjectNode event =
                                    (ObjectNode)
                                            function.path("Events")
                                                    .elements()
                                                    .next()
                                                    .path("Properties");
                            event.put("Path", "/v1/elsewhere");
                        });
        assertThat(TemplateRules.routesAreAnswered(broken, sources(broken))).hasSize(2);
        assertThat(TemplateRules.edgeLeadsToEachRoute(Template.ofEdge(), List.of(broken)))
                .isNotEmpty();
    }

    @Test
    void aQueueWithoutDeadLettersOrAlarmIsSeen() {
        Template withoutRedrive =
                changed("conversion", tree -> queue(tree).remove("RedrivePolicy"));
        assertThat(TemplateRules.queuesHaveDeadLettersAndAlarms(withoutRedrive)).isNotEmpty();
        Template withoutAlarm =
                changed(
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
        assertThat(TemplateRules.queuesHaveDeadLettersAndAlarms(withoutAlarm)).isNotEmpty();
    }

    @Test
    void aMessageThatShowsUpAgainTooSoonIsSeen() {
        Template broken = changed("conversion", tree -> queue(tree).put("VisibilityTimeout", 30));
        assertThat(TemplateRules.queuesOutlastTheirFunctions(broken)).hasSize(1);
    }

    @Test
    void aBatchThatFailsAsAWholeIsSeen() {
        Template broken =
                conversion(
                        worker ->
                                worker.path("Events")
                                        .forEach(
                                                e ->
                                                        ((ObjectNode) e.path("Properties"))
                                                                .remove("FunctionResponseTypes")));
        assertThat(TemplateRules.queuesReportEachFailure(broken)).hasSize(1);
    }

    @Test
    void logsKeptForEverOrSharedAreSeen() {
        Template forEver =
                changed(
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
        assertThat(TemplateRules.functionsHaveTheirOwnLogs(forEver))
                .hasSameSizeAs(forEver.functions().keySet());
        Template none = conversion(worker -> worker.remove("LoggingConfig"));
        assertThat(TemplateRules.functionsHaveTheirOwnLogs(none)).hasSize(1);
    }

    @Test
    void aPolicyThatAllowsTooMuchIsSeen() {
        Template anyAction = conversion(worker -> statement(worker).put("Action", "s3:*"));
        assertThat(TemplateRules.policiesAreNarrow(anyAction)).isNotEmpty();
        Template anyResource =
                conversion(
                        worker ->
                                statement(worker)
                                        .put("Action", "s3:GetObject")
                                        .put("Resource", "*"));
        assertThat(TemplateRules.policiesAreNarrow(anyResource)).isNotEmpty();
        Template managed =
                conversion(
                        worker -> ((ArrayNode) worker.path("Policies")).add("AmazonS3FullAccess"));
        assertThat(TemplateRules.policiesAreNarrow(managed)).hasSize(1);
    }

    @Test
    void anApiWithoutALimitIsSeen() {
        Template broken =
                changed(
                        "status",
                        tree ->
                                ((ObjectNode) tree.at("/Resources/Api/Properties"))
                                        .remove("DefaultRouteSettings"));
        assertThat(TemplateRules.apisAreThrottled(broken)).hasSize(1);
    }

    @Test
    void aSubscriptionToAnEventNobodySendsIsSeen() {
        Template broken =
                changed(
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
        assertThat(TemplateRules.subscriptionsAskForEventsThereAre(broken, EVENTS)).hasSize(1);
    }

    private static Template conversion(Consumer<ObjectNode> change) {
        return changed(
                "conversion",
                tree ->
                        change.accept(
                                (ObjectNode) tree.at("/Resources/ConversionWorker/Properties")));
    }

    private static Template changed(String service, Consumer<JsonNode> change) {
        Template template = Template.read(Project.path("services", service, "template.yaml"));
        change.accept(template.tree());
        return template;
    }

    /// The queue the worker reads.
    private static ObjectNode queue(JsonNode tree) {
        JsonNode events = tree.at("/Resources/ConversionWorker/Properties/Events");
        String name = Template.target(events.elements().next().at("/Properties/Queue"));
        return (ObjectNode) tree.path("Resources").path(name).path("Properties");
    }

    private static ObjectNode statement(ObjectNode function) {
        return (ObjectNode) function.at("/Policies/0/Statement/0");
    }

    private static Path sources(Template template) {
        return Project.path("services", template.name(), "src/main/java");
    }

    private static Path classes(Template template) {
        return Project.path("services", template.name(), "target/classes");
    }
}
