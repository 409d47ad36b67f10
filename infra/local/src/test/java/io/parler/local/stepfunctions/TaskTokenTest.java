package io.parler.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

class TaskTokenTest {
    private static final String STATES =
            """
            'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke.waitForTaskToken', 'TimeoutSeconds': 60,
              'Arguments': {'FunctionName': 'f', 'Payload': '{% $states.context.Task.Token %}'},
              'Catch': [{'ErrorEquals': ['States.Timeout'], 'Output': 'late', 'Next': 'End'}], 'Next': 'End'},
              'End': {'Type': 'Succeed'}}""";

    @TempDir Path folder;
    private final List<String> tokens = new CopyOnWriteArrayList<>();

    private StateMachineFixture machine() {
        return new StateMachineFixture(folder, STATES)
                .function(
                        "f",
                        payload -> {
                            tokens.add(payload.asText());
                            return "null";
                        })
                .withoutTime()
                .add();
    }

    private String token() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !tokens.isEmpty());
        return tokens.getFirst();
    }

    @Test
    void theResultIsTheOutputThatComesWithTheToken() {
        try (StateMachineFixture machine = machine()) {
            String execution = machine.start("{}");
            machine.client().sendTaskSuccess(b -> b.taskToken(token()).output("{\"a\":1}"));
            assertThat(machine.ended(execution).output()).isEqualTo("{\"a\":1}");
            assertThatThrownBy(
                            () ->
                                    machine.client()
                                            .sendTaskSuccess(
                                                    b -> b.taskToken(token()).output("{}")))
                    .isInstanceOf(TaskTimedOutException.class);
        }
    }

    @Test
    void aFailureEndsTheTaskWithItsError() {
        try (StateMachineFixture machine = machine()) {
            String execution = machine.start("{}");
            machine.client().sendTaskFailure(b -> b.taskToken(token()).error("E").cause("C"));
            assertThat(machine.ended(execution).error()).isEqualTo("E");
            assertThat(machine.ended(execution).cause()).isEqualTo("C");
        }
    }

    @Test
    void aTaskThatGetsNoResultInTimeFailsByTimeout() {
        try (StateMachineFixture machine =
                new StateMachineFixture(folder, STATES).function("f", p -> "null").add()) {
            assertThat(machine.run("{}").output()).isEqualTo("\"late\"");
        }
    }

    @Test
    void afterARestartTheTokenIsStillWaitedForAndTheFunctionIsNotInvokedAgain() throws IOException {
        try (StateMachineFixture machine = machine()) {
            String execution = machine.start("{}");
            token();
            Path journal = folder.resolve("machine/run.jsonl");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Files.readString(journal).contains("\"invoked\""));
            Files.writeString(journal, "{\"what\":\"trans", StandardOpenOption.APPEND); // cut off
            machine.restart();
            machine.client().sendTaskSuccess(b -> b.taskToken(token()).output("7"));
            assertThat(machine.ended(execution).output()).isEqualTo("7");
            assertThat(tokens).hasSize(1);
            machine.restart();
            assertThat(machine.describe(execution).output()).isEqualTo("7");
        }
    }

    @Test
    void anExecutionIsStartedOnceByItsNameAndCanBeStopped() {
        try (StateMachineFixture machine = machine()) {
            String execution = machine.start("{'a': 1}");
            assertThat(machine.start("{'a': 1}")).isEqualTo(execution);
            assertThatThrownBy(() -> machine.start("{'a': 2}"))
                    .isInstanceOf(ExecutionAlreadyExistsException.class);
            String token = token();
            machine.client().stopExecution(b -> b.executionArn(execution).error("Stopped"));
            assertThat(machine.describe(execution).status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThatThrownBy(
                            () ->
                                    machine.client()
                                            .sendTaskSuccess(b -> b.taskToken(token).output("{}")))
                    .isInstanceOf(TaskTimedOutException.class);
            assertThatThrownBy(
                            () ->
                                    machine.client()
                                            .sendTaskSuccess(b -> b.taskToken("x").output("{}")))
                    .isInstanceOf(InvalidTokenException.class);
        }
    }
}
