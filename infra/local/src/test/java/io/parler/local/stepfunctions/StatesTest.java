package io.parler.local.stepfunctions;

import static io.parler.local.stepfunctions.StateMachineFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class StatesTest {
    private static final String FAIL = "later";

    @TempDir Path folder;

    private DescribeExecutionResponse run(String states, String input) {
        try (StateMachineFixture machine = new StateMachineFixture(folder, states).add()) {
            return machine.run(input);
        }
    }

    private static String task(String more) {
        return "'T': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',"
                + " 'Arguments': {'FunctionName': 'f', 'Payload': '{% $states.input %}'}, "
                + more
                + "}";
    }

    @Test
    void passEvaluatesItsOutputAndAssignsVariables() {
        DescribeExecutionResponse ended =
                run(
                        """
                        'StartAt': 'A', 'States': {
                          'A': {'Type': 'Pass', 'Assign': {'n': '{% $states.input.n + 1 %}'}, 'Output': {'a': ['{% $states.input.n %}', 'b']}, 'Next': 'B'},
                          'B': {'Type': 'Pass', 'Output': {'n': '{% $n %}', 'before': '{% $states.input %}'}, 'End': true}}""",
                        "{'n': 1}");
        assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(json(ended.output())).isEqualTo(json("{'n': 2, 'before': {'a': [1, 'b']}}"));
    }

    @Test
    void choiceTakesTheFirstConditionThatHoldsAndElseTheDefault() {
        String states =
                """
                'StartAt': 'C', 'States': {
                  'C': {'Type': 'Choice', 'Choices': [
                     {'Condition': '{% $states.input.n > 10 %}', 'Next': 'Large'},
                     {'Condition': '{% $states.input.n > 5 %}', 'Output': 'some', 'Next': 'Medium'}], 'Default': 'Small'},
                  'Large': {'Type': 'Succeed', 'Output': 'large'},
                  'Medium': {'Type': 'Succeed'},
                  'Small': {'Type': 'Fail', 'Error': 'TooSmall', 'Cause': '{% \\"only \\" & $states.input.n %}'}}""";
        try (StateMachineFixture machine = new StateMachineFixture(folder, states).add()) {
            assertThat(result(machine, "a", 11).output()).isEqualTo("\"large\"");
            assertThat(result(machine, "b", 6).output()).isEqualTo("\"some\"");
            DescribeExecutionResponse small = result(machine, "c", 1);
            assertThat(small.status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(small.error()).isEqualTo("TooSmall");
            assertThat(small.cause()).isEqualTo("only 1");
        }
    }

    private static DescribeExecutionResponse result(
            StateMachineFixture machine, String name, int n) {
        return machine.ended(
                machine.client()
                        .startExecution(
                                b ->
                                        b.stateMachineArn(StateMachineFixture.ARN)
                                                .name(name)
                                                .input("{\"n\": " + n + "}"))
                        .executionArn());
    }

    @Test
    void aTaskInvokesItsFunctionAndItsResultIsThePayload() {
        try (StateMachineFixture machine =
                new StateMachineFixture(
                                folder,
                                "'StartAt': 'T', 'States': {"
                                        + task(
                                                "'Output': '{% $states.result.Payload.b %}', 'End': true")
                                        + "}")
                        .function("f", payload -> "{\"b\": " + payload.path("a") + "}")
                        .add()) {
            assertThat(machine.run("{'a': [1]}").output()).isEqualTo("[1]");
        }
    }

    @Test
    void aRetrierTriesAgainWithGrowingPausesUntilItIsUsedUp() {
        AtomicInteger calls = new AtomicInteger();
        try (StateMachineFixture machine =
                new StateMachineFixture(
                                folder,
                                "'StartAt': 'T', 'States': {"
                                        + task(
                                                "'Retry': [{'ErrorEquals': ['Other']}, {'ErrorEquals': ['Busy'], 'IntervalSeconds': 2, 'BackoffRate': 3, 'MaxAttempts': 2}], 'End': true")
                                        + "}")
                        .function("f", payload -> busy(calls))
                        .add()) {
            DescribeExecutionResponse ended = machine.run("{}");
            assertThat(ended.error()).isEqualTo("Busy");
            assertThat(ended.cause()).isEqualTo(FAIL);
            assertThat(calls).hasValue(3);
            assertThat(machine.pauses())
                    .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(6));
        }
    }

    private static String busy(AtomicInteger calls) throws FunctionInvoker.InvocationException {
        calls.incrementAndGet();
        throw new FunctionInvoker.InvocationException("Busy", FAIL);
    }

    @Test
    void aCatcherGoesOnWithTheError() {
        try (StateMachineFixture machine =
                new StateMachineFixture(
                                folder,
                                "'StartAt': 'T', 'States': {"
                                        + task(
                                                "'Catch': [{'ErrorEquals': ['States.ALL'], 'Assign': {'e': '{% $states.errorOutput.Error %}'}, 'Next': 'E'}], 'End': true")
                                        + ", 'E': {'Type': 'Pass', 'Output': {'e': '{% $e %}', 'cause': '{% $states.input.Cause %}'}, 'End': true}}")
                        .function("f", payload -> busy(new AtomicInteger()))
                        .add()) {
            assertThat(json(machine.run("{}").output()).path("e").asText()).isEqualTo("Busy");
        }
    }

    @Test
    void anExpressionWithoutAResultIsAnErrorWithAName() {
        DescribeExecutionResponse ended =
                run(
                        "'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Output': '{% $states.input.nothing %}', 'End': true}}",
                        "{}");
        assertThat(ended.error()).isEqualTo("States.QueryEvaluationError");
    }

    @Test
    void waitTakesItsSeconds() {
        try (StateMachineFixture machine =
                new StateMachineFixture(
                                folder,
                                "'StartAt': 'W', 'States': {'W': {'Type': 'Wait', 'Seconds': '{% 30 * 2 %}', 'End': true}}")
                        .add()) {
            assertThat(machine.run("{'x': 1}").output()).isEqualTo("{\"x\":1}");
            assertThat(machine.pauses())
                    .singleElement()
                    .satisfies(
                            pause ->
                                    assertThat(pause)
                                            .isBetween(
                                                    Duration.ofSeconds(30),
                                                    Duration.ofSeconds(60)));
        }
    }

    @Test
    void aStateNeverHasMoreOutputThanStepFunctionsTakes() {
        DescribeExecutionResponse ended =
                run(
                        "'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Output': '{% [0..60000] %}', 'End': true}}",
                        "{}");
        assertThat(ended.error()).isEqualTo("States.DataLimitExceeded");
    }
}
