package io.parler.http;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.problem.UnavailableException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/// Invokes the API function of another service.
public final class FunctionClient {
    private final LambdaClient lambda;
    private final String function;

    public FunctionClient(LambdaClient lambda, String function) {
        this.lambda = lambda;
        this.function = function;
    }

    /// Sends a request and returns the response, also one with a problem.
    ///
    /// @throws UnavailableException when the function failed
    public FunctionResponse send(FunctionRequest request) {
        SdkBytes payload = SdkBytes.fromByteArray(Json.bytes(request.event()));
        InvokeResponse invoked =
                lambda.invoke(invocation -> invocation.functionName(function).payload(payload));
        if (invoked.functionError() != null) {
            throw new UnavailableException(request.route() + " failed: " + invoked.functionError());
        }
        try {
            return FunctionResponse.of(invoked.payload().asByteArrayUnsafe());
        } catch (JacksonException e) {
            throw new UnavailableException(request.route(), e);
        }
    }
}
