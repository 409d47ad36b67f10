package io.parler.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureReasonTest {
    @Test
    void theFirstFailingResourceIsTheReason() {
        assertThat(
                        FailureReason.of(
                                "parler-dev-status",
                                List.of(
                                        event("Table", "CREATE_COMPLETE", ""),
                                        event(
                                                "Logs",
                                                "CREATE_FAILED",
                                                "Resource creation cancelled"),
                                        event(
                                                "StatusApi",
                                                "CREATE_FAILED",
                                                "Resource handler returned message: \"Function code"
                                                        + " is too large (Service: Lambda, Status Code:"
                                                        + " 400, Request ID: 1f2-3) (SDK Attempt Count:"
                                                        + " 1)\" (RequestToken: 7c, HandlerErrorCode:"
                                                        + " InvalidRequest)"),
                                        event("Queue", "CREATE_FAILED", "later"))))
                .isEqualTo(
                        "parler-dev-status: the Lambda function StatusApi could not be created:"
                                + " Function code is too large.");
    }

    @Test
    void anUpdateAndADeletionSayWhatFailed() {
        assertThat(FailureReason.of("s", List.of(event("A", "UPDATE_FAILED", "no."))))
                .isEqualTo("s: the Lambda function A could not be updated: no.");
        assertThat(FailureReason.of("s", List.of(event("A", "DELETE_FAILED", ""))))
                .isEqualTo("s: the Lambda function A could not be deleted.");
    }

    @Test
    void aStackThatFailsAsAWholeHasItsOwnReason() {
        StackEvent stack =
                new StackEvent(
                        "1",
                        "id",
                        "s",
                        "id",
                        "AWS::CloudFormation::Stack",
                        "ROLLBACK_IN_PROGRESS",
                        "Transform AWS::Serverless-2016-10-31 failed");

        assertThat(FailureReason.of("s", List.of(stack)))
                .isEqualTo("s: Transform AWS::Serverless-2016-10-31 failed.");
        assertThat(FailureReason.of("s", List.of())).contains("gives no reason");
    }

    @Test
    void aReasonIsOneLine() {
        assertThat(
                        FailureReason.clean(
                                "parler already exists\n (Service: S3, Status Code: 409, Request ID:"
                                        + " X, Extended Request ID: Y, Proxy: null)"))
                .isEqualTo("parler already exists");
    }

    private static StackEvent event(String resource, String state, String reason) {
        return new StackEvent(
                resource + state, "id", resource, "", "AWS::Lambda::Function", state, reason);
    }
}
