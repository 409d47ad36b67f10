package io.parler.aws;

import io.parler.snapshot.Snapshot;
import org.crac.Context;
import org.crac.Resource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

/// The credentials of the function. Lambda provides them as environment variables, but for a
/// function with SnapStart through the container endpoint. An instance that starts from a snapshot
/// requests its own: those of the snapshot may have expired.
final class FunctionCredentials implements AwsCredentialsProvider, Resource {
    private volatile AwsCredentialsProviderChain provider = chain();

    static FunctionCredentials create() {
        FunctionCredentials credentials = new FunctionCredentials();
        Snapshot.register(credentials);
        return credentials;
    }

    private static AwsCredentialsProviderChain chain() {
        return AwsCredentialsProviderChain.of(
                EnvironmentVariableCredentialsProvider.create(),
                ContainerCredentialsProvider.create());
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return provider.resolveCredentials();
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {}

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        AwsCredentialsProviderChain former = provider;
        provider = chain();
        former.close();
    }
}
