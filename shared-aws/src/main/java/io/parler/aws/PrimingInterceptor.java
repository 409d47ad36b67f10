package io.parler.aws;

import io.parler.snapshot.Snapshot;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/// Has each connection closed that is opened before a snapshot: an instance that starts from it
/// would reuse the connection, whose other end is gone.
final class PrimingInterceptor implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
            Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return Snapshot.isPriming()
                ? context.httpRequest().toBuilder().putHeader("Connection", "close").build()
                : context.httpRequest();
    }
}
