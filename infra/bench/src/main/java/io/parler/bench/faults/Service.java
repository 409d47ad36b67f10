package io.parler.bench.faults;

import java.util.Locale;

/// A service of AWS that fails, and how it says that there are too many requests.
enum Service {
    DYNAMODB(
            400,
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\","
                    + "\"message\":\"injected\"}"),
    SNS(
            400,
            "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code>"
                    + "<Message>injected</Message></Error></ErrorResponse>"),
    SQS(400, "{\"__type\":\"com.amazonaws.sqs#RequestThrottled\",\"message\":\"injected\"}"),
    S3(503, "<Error><Code>SlowDown</Code><Message>injected</Message></Error>"),
    POLLY(400, "{\"__type\":\"ThrottlingException\",\"message\":\"injected\"}");

    private final int throttledStatus;
    private final String throttled;

    Service(int throttledStatus, String throttled) {
        this.throttledStatus = throttledStatus;
        this.throttled = throttled;
    }

    int throttledStatus() {
        return throttledStatus;
    }

    String throttled() {
        return throttled;
    }

    /// What it is called in a report.
    String label() {
        return this == POLLY ? "voice" : name().toLowerCase(Locale.ROOT);
    }

    /// Whether a call that was answered may be lost on its way back. A lost answer of the voice is
    /// billed twice by nature, so there is none.
    boolean losesAnswers() {
        return this != POLLY;
    }

    String mediaType() {
        return throttled.startsWith("<") ? "text/xml" : "application/x-amz-json-1.0";
    }

    /// Whether the request puts a message into a queue or a topic.
    boolean isMessage(String target, String body) {
        return switch (this) {
            case SNS -> body.contains("Action=Publish&") || body.endsWith("Action=Publish");
            case SQS -> target.equals("AmazonSQS.SendMessage");
            case DYNAMODB, S3, POLLY -> false;
        };
    }
}
