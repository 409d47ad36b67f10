package io.parler.aws;

import io.parler.problem.UnavailableException;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Ends a call, retries included, by the deadline in scope.
final class DeadlineInterceptor implements ExecutionInterceptor {
    private final Duration limit;

    DeadlineInterceptor(Duration limit) {
        this.limit = limit;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        Optional<Deadline> deadline = Deadline.current();
        if (deadline.isEmpty() || deadline.get().leaves(limit)) {
            return context.request();
        }
        Duration remaining = deadline.get().remaining();
        if (remaining.toMillis() < 1) {
            throw new UnavailableException("no call to AWS after the deadline");
        }
        AwsRequest request = (AwsRequest) context.request();
        AwsRequestOverrideConfiguration override =
                request.overrideConfiguration()
                        .map(AwsRequestOverrideConfiguration::toBuilder)
                        .orElseGet(AwsRequestOverrideConfiguration::builder)
                        .apiCallTimeout(remaining)
                        .build();
        return request.toBuilder().overrideConfiguration(override).build();
    }
}
