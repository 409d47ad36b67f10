package io.parler.postconversion.aws;

import io.parler.http.Json;
import io.parler.postconversion.collection.PostCollection;
import io.parler.postconversion.collection.Workflow;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/// The state machine Collections of Step Functions; an execution has its collection's id.
final class StepFunctionsWorkflow implements Workflow {
    private static final Logger LOG = LoggerFactory.getLogger(StepFunctionsWorkflow.class);

    private final SfnClient sfn;
    private final String stateMachineArn;

    /// @param stateMachineArn empty where nothing is started
    StepFunctionsWorkflow(SfnClient sfn, String stateMachineArn) {
        this.sfn = sfn;
        this.stateMachineArn = stateMachineArn;
    }

    @Override
    public void start(PostCollection collection) {
        String input =
                Json.string(
                        Map.of(
                                "account", collection.account().value(),
                                "collection", collection.id().toString()));
        try {
            sfn.startExecution(
                    start ->
                            start.stateMachineArn(stateMachineArn)
                                    .name(collection.id().toString())
                                    .input(input));
        } catch (ExecutionAlreadyExistsException _) {
            // A repetition, after its end.
        }
    }

    @Override
    public void proceed(String token, String outcome) {
        try {
            sfn.sendTaskSuccess(task -> task.taskToken(token).output(Json.string(outcome)));
        } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
            LOG.debug("a task has ended already", e); // it was told before
        }
    }
}
