package io.parler.local.stepfunctions;

import static io.parler.local.stepfunctions.StateMachineFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

class MapStateTest {
    private static final String TASK =
            """
            'One': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
              'Arguments': {'FunctionName': 'f', 'Payload': '{% $states.input %}'}, 'Output': '{% $states.result.Payload %}', 'End': true}""";

    @TempDir Path folder;

    private static String map(String more) {
        return "'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'Items': '{% [1..6] %}', "
                + more
                + " 'ItemProcessor': {'ProcessorConfig': {'Mode': 'INLINE'}, 'StartAt': 'One', 'States': {"
                + TASK
                + "}}, 'Catch': [{'ErrorEquals': ['Bad'], 'Output': 'caught', 'Next': 'End'}], 'Next': 'End'},"
                + " 'End': {'Type': 'Succeed'}}";
    }

    @Test
    void eachItemIsSelectedAndTheResultsKeepTheirOrder() {
        try (StateMachineFixture machine =
                new StateMachineFixture(
                                folder,
                                map(
                                        "'ItemSelector': {'n': '{% $states.context.Map.Item.Value %}', 'i': '{% $states.context.Map.Item.Index %}', 'of': '{% $states.input.of %}'},"))
                        .function("f", payload -> payload.path("n") + "" + payload.path("i"))
                        .add()) {
            assertThat(machine.run("{'of': 'x'}").output()).isEqualTo("[10,21,32,43,54,65]");
        }
    }

    @Test
    void noMoreItemsRunAtOnceThanMaxConcurrency() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        try (StateMachineFixture machine =
                new StateMachineFixture(folder, map("'MaxConcurrency': 2,"))
                        .function(
                                "f",
                                payload -> {
                                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                                    two.countDown();
                                    await(two);
                                    running.decrementAndGet();
                                    return "1";
                                })
                        .add()) {
            assertThat(machine.run("{}").output()).isEqualTo("[1,1,1,1,1,1]");
            assertThat(most).hasValue(2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anItemThatFailsEndsTheMapWithItsError() {
        List<String> called = new CopyOnWriteArrayList<>();
        try (StateMachineFixture machine =
                new StateMachineFixture(folder, map("'MaxConcurrency': 1,"))
                        .function(
                                "f",
                                payload -> {
                                    called.add(payload.toString());
                                    if (payload.asInt() == 2) {
                                        throw new FunctionInvoker.InvocationException("Bad", "");
                                    }
                                    return "1";
                                })
                        .add()) {
            assertThat(machine.run("{}").output()).isEqualTo("\"caught\"");
            assertThat(called).containsExactly("1", "2");
        }
    }

    @Test
    void anEmptyListHasAnEmptyResult() {
        try (StateMachineFixture machine =
                new StateMachineFixture(folder, map("").replace("[1..6]", "[]"))
                        .function("f", payload -> "1")
                        .add()) {
            assertThat(machine.run("{}").output()).isEqualTo("[]");
        }
    }

    @Test
    void afterKillMinus9OnlyWhatHadNotEndedRunsAgain() {
        ConcurrentHashMap<String, AtomicInteger> calls = new ConcurrentHashMap<>();
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger starts = new AtomicInteger();
        try (StateMachineFixture machine =
                new StateMachineFixture(folder, map("'MaxConcurrency': 1,"))
                        .function(
                                "f",
                                payload -> {
                                    calls.computeIfAbsent(
                                                    payload.toString(), n -> new AtomicInteger())
                                            .incrementAndGet();
                                    if (payload.asInt() == 4 && starts.incrementAndGet() == 1) {
                                        await(never);
                                    }
                                    return payload.toString();
                                })
                        .add()) {
            String execution = machine.start("{}");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> starts.get() == 1);
            machine.restart();
            DescribeExecutionResponse ended = machine.ended(execution);
            never.countDown();
            assertThat(json(ended.output())).isEqualTo(json("[1, 2, 3, 4, 5, 6]"));
            calls.forEach(
                    (n, count) -> assertThat(count.get()).as(n).isEqualTo(n.equals("4") ? 2 : 1));
        }
    }
}
