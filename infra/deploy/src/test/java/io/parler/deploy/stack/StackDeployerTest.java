package io.parler.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.deploy.suite.DeployException;
import io.parler.deploy.terminal.Output;
import io.parler.deploy.terminal.Screen;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StackDeployerTest {
    private static final Change LOSS =
            new Change(Change.Kind.REPLACE, "Conversions", "AWS::DynamoDB::Table");

    private final FakeStacks stacks = new FakeStacks();
    private final Screen screen = new Screen();
    private final AtomicInteger pauses = new AtomicInteger();
    private final StackDeployer deployer = deployer(screen.output(""));

    @Test
    void aNewStackIsCreatedAndItsResourcesAreShown() {
        deployer.deploy(request(true), 1, _ -> true);

        assertThat(stacks.calls).containsExactly("execute shop");
        assertThat(screen.progress()).isEqualTo("  created Lambda function Api\n");
        assertThat(screen.text()).contains("shop: created");
    }

    @Test
    void whatWasDoneBeforeIsNotShownAgain() {
        deployer.deploy(request(true), 1, _ -> true);
        deployer.deploy(request(false), 1, _ -> true);

        assertThat(screen.progress())
                .isEqualTo("  created Lambda function Api\n  updated Lambda function Api\n");
    }

    @Test
    void anOperationIsNotOverBeforeItsFirstEvent() {
        deployer.deploy(request(true), 1, _ -> true);
        stacks.lateEvents().failure("shop", "Api", "UPDATE_FAILED", "Too large");

        assertThatThrownBy(() -> deployer.deploy(request(false), 1, _ -> true))
                .hasMessage("shop: the Lambda function Api could not be updated: Too large.");
        assertThat(pauses).hasValue(1);
    }

    @Test
    void onATerminalOneLineChanges() {
        deployer(screen.output("", true)).deploy(request(true), 7, _ -> true);

        assertThat(screen.progress()).contains("\r\u001b[2Kshop: 1 of 7 done").doesNotContain("\n");
    }

    @Test
    void anEmptyChangeSetIsDeletedAndNotExecuted() {
        stacks.stack("shop", "CREATE_COMPLETE").changeSet("shop", new ChangeSet.Empty("1"));

        deployer.deploy(request(false), 1, _ -> true);

        assertThat(stacks.calls).containsExactly("delete the change set of shop");
        assertThat(screen.text()).contains("shop: no changes");
    }

    @Test
    void aRefusedChangeSetIsDeletedAndReported() {
        stacks.changeSet("shop", new ChangeSet.Refused("1", "Parameter Size is not a number"));

        assertThatThrownBy(() -> deployer.deploy(request(true), 1, _ -> true))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("Parameter Size is not a number");
        assertThat(stacks.calls).containsExactly("delete the change set of shop");
    }

    @Test
    void aLossOfDataIsNotExecutedWithoutApproval() {
        stacks.stack("shop", "CREATE_COMPLETE")
                .changeSet("shop", new ChangeSet.Ready("1", List.of(LOSS)));

        assertThatThrownBy(() -> deployer.deploy(request(false), 1, _ -> false))
                .hasMessageContaining("shop was not changed");
        assertThat(stacks.calls).containsExactly("delete the change set of shop");

        deployer.deploy(request(false), 1, losses -> losses.equals(List.of(LOSS)));
        assertThat(stacks.calls).endsWith("execute shop");
    }

    @Test
    void theFirstFailureIsReportedInOneSentence() {
        stacks.failure("shop", "Api", "CREATE_FAILED", "Too large");

        assertThatThrownBy(() -> deployer.deploy(request(true), 1, _ -> true))
                .isInstanceOf(DeployException.class)
                .hasMessage("shop: the Lambda function Api could not be created: Too large.");
        assertThat(screen.progress()).contains("FAILED Lambda function Api");
    }

    @Test
    void aFailedFirstCreationIsDeletedFirst() {
        stacks.stack("shop", "ROLLBACK_COMPLETE");

        assertThat(deployer.settle("shop")).isEmpty();

        assertThat(stacks.calls).containsExactly("delete shop");
        assertThat(screen.text()).contains("its first creation failed. Deleting it.");
    }

    @Test
    void anOperationInProgressIsWaitedFor() {
        stacks.busy("shop", "UPDATE_IN_PROGRESS", 3, "UPDATE_COMPLETE");

        assertThat(deployer.settle("shop"))
                .hasValueSatisfying(s -> assertThat(s.state()).isEqualTo("UPDATE_COMPLETE"));
        assertThat(pauses).hasValue(2);
        assertThat(stacks.calls).isEmpty();
    }

    @Test
    void aRollbackThatIsStuckGetsItsCommand() {
        stacks.stack("shop", "UPDATE_ROLLBACK_FAILED");

        assertThatThrownBy(() -> deployer.settle("shop"))
                .isInstanceOf(DeployException.class)
                .hasMessageEndingWith(
                        "aws cloudformation continue-update-rollback --stack-name shop --region"
                                + " eu-central-1");
    }

    @Test
    void aStackThatIsOnlyPlannedIsCreated() {
        stacks.stack("shop", "REVIEW_IN_PROGRESS");

        assertThat(deployer.settle("shop")).isEmpty();
        assertThat(stacks.calls).isEmpty();
    }

    @Test
    void onlyTheEndOfWhatResourcesHoldNeedsApproval() {
        assertThat(LOSS.losesData()).isTrue();
        assertThat(new Change(Change.Kind.REMOVE, "B", "AWS::S3::Bucket").losesData()).isTrue();
        assertThat(new Change(Change.Kind.CHANGE, "B", "AWS::S3::Bucket").losesData()).isFalse();
        assertThat(new Change(Change.Kind.REPLACE, "F", "AWS::Lambda::Function").losesData())
                .isFalse();
    }

    private StackDeployer deployer(Output output) {
        return new StackDeployer(
                stacks,
                new OperationFollower(stacks, output, pauses::incrementAndGet),
                output,
                " --region eu-central-1");
    }

    private static ChangeRequest request(boolean create) {
        return new ChangeRequest(
                "shop", create, new TemplateSource.Body("Resources: {}"), List.of(), false);
    }
}
