package io.parler.deploy.stack;

import io.parler.deploy.terminal.Output;
import io.parler.deploy.terminal.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Follows what is being done to a stack, resource by resource, until it is done.
public final class OperationFollower {
    private final Stacks stacks;
    private final Output output;
    private final Pause pause;

    public OperationFollower(Stacks stacks, Output output, Pause pause) {
        this.stacks = stacks;
        this.output = output;
        this.pause = pause;
    }

    /// How an operation ended.
    ///
    /// @param events oldest first
    public record Result(StackStatus stack, List<StackEvent> events) {
        public String failureReason() {
            return FailureReason.of(stack.name(), events);
        }
    }

    /// The events that belong to what was done before.
    Set<String> past(String stackId) {
        Set<String> ids = new HashSet<>();
        stacks.latestOperation(stackId).forEach(event -> ids.add(event.eventId()));
        return ids;
    }

    /// Prints each change of a resource until the stack has a final state.
    ///
    /// @param resources how many the stack will have, for the progress; 0 where that is not known
    /// @param past events that are not part of it
    public Result follow(StackStatus stack, int resources, Set<String> past) {
        Set<String> seen = new HashSet<>(past);
        List<StackEvent> events = new ArrayList<>();
        Progress progress = new Progress(stack.name(), resources);
        while (true) {
            // The state is read first: all events of a final state are then there.
            StackStatus now = stacks.get(stack.id()).orElse(stack);
            for (StackEvent event : stacks.latestOperation(stack.id()).reversed()) {
                if (seen.add(event.eventId())) {
                    events.add(event);
                    progress.show(event);
                }
            }
            boolean begun = events.stream().anyMatch(StackEvent::beginsOperation);
            if (begun && !now.isInProgress()) {
                return new Result(now, events);
            }
            pause.once();
        }
    }

    private final class Progress {
        private final String stack;
        private final int resources;
        private final Set<String> shown = new HashSet<>();
        private final Set<String> done = new HashSet<>();
        private final Set<String> busy = new LinkedHashSet<>();

        Progress(String stack, int resources) {
            this.stack = stack;
            this.resources = resources;
        }

        void show(StackEvent event) {
            // CloudFormation reports the beginning twice: before and after it calls the service.
            if (event.isOfTheStack() || !shown.add(event.resource() + event.state())) {
                return;
            }
            if (event.state().endsWith("_IN_PROGRESS")) {
                busy.add(event.resource());
            } else {
                busy.remove(event.resource());
                done.add(event.resource());
            }
            String number = resources == 0 ? "" + done.size() : done.size() + " of " + resources;
            output.progress(
                    "  "
                            + verb(event.state())
                            + " "
                            + Words.noun(event.type())
                            + " "
                            + event.resource(),
                    stack
                            + ": "
                            + number
                            + " done"
                            + (busy.isEmpty() ? "" : ", now " + String.join(", ", busy)));
        }

        private static String verb(String state) {
            return switch (state) {
                case "CREATE_IN_PROGRESS" -> "creating";
                case "CREATE_COMPLETE" -> "created";
                case "UPDATE_IN_PROGRESS" -> "updating";
                case "UPDATE_COMPLETE" -> "updated";
                case "DELETE_IN_PROGRESS" -> "deleting";
                case "DELETE_COMPLETE" -> "deleted";
                case "DELETE_SKIPPED" -> "keeping";
                default -> state.endsWith("_FAILED") ? "FAILED" : state;
            };
        }
    }
}
