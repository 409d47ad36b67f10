package io.parler.aws;

import io.parler.problem.UnavailableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Turns what a call throws into UnavailableException if the same call may succeed later: after a
/// failed connection, a timeout, an error of the service, or throttling. An error response that
/// rejects the request is left as it is.
final class OutageInterceptor implements ExecutionInterceptor {
    /// Throws it, because the SDK accepts only its own exceptions as a result.
    @Override
    public Throwable modifyException(
            Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable error = context.exception();
        if (isOutage(error)) {
            String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
            String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
            throw new UnavailableException(service + "." + operation, error);
        }
        return error;
    }

    private static boolean isOutage(Throwable error) {
        return switch (error) {
            case SdkServiceException answer ->
                    answer.statusCode() >= 500
                            || answer.isThrottlingException()
                            || answer.isRetryableException();
            case SdkClientException _ -> true;
            default -> false;
        };
    }
}
