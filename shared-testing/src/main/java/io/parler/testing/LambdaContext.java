package io.parler.testing;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;

/// The Lambda context of an invocation; the test sets the remaining time.
public final class LambdaContext implements Context {
    private static final Duration API_TIMEOUT = Duration.ofSeconds(29);

    private final String requestId;
    private volatile Duration remainingTime;

    public LambdaContext(String requestId, Duration remainingTime) {
        this.requestId = requestId;
        this.remainingTime = remainingTime;
    }

    public LambdaContext(String requestId) {
        this(requestId, API_TIMEOUT);
    }

    public LambdaContext(Duration remainingTime) {
        this("request-1", remainingTime);
    }

    public LambdaContext() {
        this(API_TIMEOUT);
    }

    public void setRemainingTime(Duration remainingTime) {
        this.remainingTime = remainingTime;
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return Math.toIntExact(remainingTime.toMillis());
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/function";
    }

    @Override
    public String getLogStreamName() {
        return "stream";
    }

    @Override
    public String getFunctionName() {
        return "function";
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:eu-central-1:000000000000:function:function";
    }

    @Override
    public int getMemoryLimitInMB() {
        return 1024;
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException();
    }
}
