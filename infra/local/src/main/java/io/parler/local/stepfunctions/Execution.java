package io.parler.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One execution of a state machine, which runs in a thread of its own until it ends.
final class Execution {
    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final String arn;
    private final Journal journal;
    private final TaskRunner tasks;
    private final StateRunner states;
    private final InstantSource clock;
    private final Cancellation cancellation = new Cancellation();

    Execution(
            String arn,
            Journal journal,
            FunctionInvoker functions,
            Timer timer,
            InstantSource clock) {
        this.arn = arn;
        this.journal = journal;
        this.clock = clock;
        this.tasks = new TaskRunner(journal, functions, timer, clock);
        this.states = new StateRunner(journal, tasks, context(), timer, clock);
    }

    private JsonNode context() {
        Journal.Start start = journal.start();
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.putObject("Execution")
                .put("Id", arn)
                .put("Name", start.name())
                .put("StartTime", start.time().toString())
                .set("Input", start.input());
        context.putObject("StateMachine")
                .put("Id", start.machine())
                .put("Name", start.machine().replaceFirst(".*:", ""));
        return context;
    }

    String arn() {
        return arn;
    }

    Journal.Start start() {
        return journal.start();
    }

    /// How it ended; empty while it runs.
    Optional<Journal.End> end() {
        return journal.end();
    }

    void startThread() {
        if (end().isEmpty()) {
            Thread.ofVirtual().name(journal.start().name()).start(this::run);
        }
    }

    private void run() {
        Journal.Start start = journal.start();
        try {
            JsonNode output =
                    states.run(start.definition(), Scope.outermost(cancellation), start.input());
            end("SUCCEEDED", output, "", "");
        } catch (CancelledException _) {
            // It was stopped, which is in the journal, or the suite stops.
        } catch (StateError e) {
            LOG.warn("{} failed: {}", arn, e.getMessage());
            end("FAILED", NullNode.instance, e.error(), e.cause());
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("{} failed", arn);
            end("FAILED", NullNode.instance, StateError.RUNTIME, e.toString());
        }
    }

    private void end(String status, JsonNode output, String error, String cause) {
        synchronized (journal) {
            if (journal.end().isEmpty()) {
                try {
                    journal.end(new Journal.End(status, output, error, cause, clock.instant()));
                } catch (CancelledException _) {
                    // The suite stops.
                }
            }
        }
    }

    /// Ends it now. Functions that are running go on.
    void stop(String error, String cause) {
        end("ABORTED", NullNode.instance, error, cause);
        cancellation.cancel();
    }

    /// Ends a task by its token; false if nothing waits for it any more.
    boolean complete(String token, ObjectNode result) {
        return end().isEmpty() && tasks.complete(token, result);
    }

    /// Ends its work, which the next start of the suite continues.
    void suspend() {
        journal.close();
        cancellation.cancel();
    }
}
