package io.parler.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The executions of all state machines, each with its journal in a file. After a restart they go
/// on.
final class Executions {
    private static final Logger LOG = LoggerFactory.getLogger(Executions.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final String SUFFIX = ".jsonl";

    /// How long Step Functions keeps an execution that ended.
    private static final Duration RETENTION = Duration.ofDays(90);

    private final Path folder;
    private final Timer timer;
    private final InstantSource clock;
    private final Map<String, StateMachine> machines = new ConcurrentHashMap<>();
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();

    Executions(Path folder, Timer timer, InstantSource clock) {
        this.folder = folder;
        this.timer = timer;
        this.clock = clock;
    }

    /// Adds a state machine and continues its executions, also those of an older definition.
    void add(StateMachine machine) {
        machines.put(machine.arn(), machine);
        Path journals = folder.resolve(machine.name());
        try {
            Files.createDirectories(journals);
            List<Path> files;
            try (Stream<Path> list = Files.list(journals)) {
                files = list.filter(file -> file.toString().endsWith(SUFFIX)).toList();
            }
            for (Path file : files) {
                Optional<Journal> journal = Journal.read(file);
                if (journal.isEmpty() || isOld(journal.get())) {
                    Files.delete(file);
                } else {
                    resume(machine, journal.get());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOld(Journal journal) {
        return journal.end()
                .filter(end -> end.time().isBefore(clock.instant().minus(RETENTION)))
                .isPresent();
    }

    private void resume(StateMachine machine, Journal journal) {
        Execution execution = execution(machine, journal);
        executions.put(execution.arn(), execution);
        if (execution.end().isEmpty()) {
            LOG.info("{} goes on", execution.arn());
        }
        execution.startThread();
    }

    private Execution execution(StateMachine machine, Journal journal) {
        String arn =
                machine.arn().replace(":stateMachine:", ":execution:")
                        + ":"
                        + journal.start().name();
        return new Execution(arn, journal, machine.functions(), timer, clock);
    }

    /// Starts an execution. The same request again finds the one that runs.
    synchronized Execution start(String machineArn, String name, JsonNode input)
            throws StepFunctionsException {
        StateMachine machine = machines.get(machineArn);
        if (machine == null) {
            throw new StepFunctionsException(
                    "StateMachineDoesNotExist",
                    "State Machine Does Not Exist: '" + machineArn + "'");
        }
        if (!NAME.matcher(name).matches()) {
            throw new StepFunctionsException("InvalidName", "Invalid Name: '" + name + "'");
        }
        String arn = machineArn.replace(":stateMachine:", ":execution:") + ":" + name;
        Execution before = executions.get(arn);
        if (before != null) {
            if (before.end().isEmpty() && before.start().input().equals(input)) {
                return before;
            }
            throw new StepFunctionsException(
                    "ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'");
        }
        Journal journal =
                Journal.create(
                        folder.resolve(machine.name()).resolve(name + SUFFIX),
                        new Journal.Start(
                                machineArn, name, input, machine.definition(), clock.instant()));
        Execution execution = execution(machine, journal);
        executions.put(arn, execution);
        execution.startThread();
        return execution;
    }

    Execution get(String arn) throws StepFunctionsException {
        Execution execution = executions.get(arn);
        if (execution == null) {
            throw new StepFunctionsException(
                    "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
        }
        return execution;
    }

    /// Ends a task by its token.
    void complete(String token, ObjectNode result) throws StepFunctionsException {
        TaskToken parsed =
                TaskToken.parse(token)
                        .orElseThrow(
                                () ->
                                        new StepFunctionsException(
                                                "InvalidToken", "Invalid Token: 'Invalid token'"));
        Execution execution = executions.get(parsed.execution());
        if (execution == null) {
            throw new StepFunctionsException(
                    "TaskDoesNotExist", "Task does not exist: 'Task does not exist'");
        }
        if (!execution.complete(parsed.attempt(), result)) {
            throw new StepFunctionsException(
                    "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
        }
    }

    void suspend() {
        executions.values().forEach(Execution::suspend);
    }
}
