package io.parler.deploy;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/// moto with CloudFormation's own rules, in a process of its own. A test is skipped where Python
/// does not have it: nothing of Parler needs it.
final class SecondCloud implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private static final Path LOG = Path.of("target", "second-cloud.log");

    private final Process process;
    private final URI endpoint;

    private SecondCloud(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static SecondCloud start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                succeeds("python3", "-c", "import moto, samtranslator, flask"),
                "moto and samtranslator are not installed");
        for (int attempt = 1; ; attempt++) {
            SecondCloud cloud = start(freePort());
            if (cloud.process.isAlive()) {
                return cloud;
            }
            // The port may have been taken meanwhile.
            if (attempt == ATTEMPTS) {
                throw new AssertionError(Files.readString(LOG));
            }
        }
    }

    private static SecondCloud start(int port) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "python3",
                        Path.of("src", "test", "python", "second_cloud.py").toString(),
                        Integer.toString(port));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
        await().atMost(Duration.ofMinutes(2)).until(() -> !process.isAlive() || answers(port));
        return new SecondCloud(process, URI.create("http://127.0.0.1:" + port));
    }

    URI endpoint() {
        return endpoint;
    }

    /// Runs with the credentials of account 222222222222.
    <T> T inAnotherAccount(Supplier<T> work) {
        Credentials credentials;
        try (StsClient sts = configured(StsClient.builder()).build()) {
            credentials =
                    sts.assumeRole(
                                    request ->
                                            request.roleArn("arn:aws:iam::222222222222:role/other")
                                                    .roleSessionName("test"))
                            .credentials();
        }
        System.setProperty("aws.accessKeyId", credentials.accessKeyId());
        System.setProperty("aws.secretAccessKey", credentials.secretAccessKey());
        System.setProperty("aws.sessionToken", credentials.sessionToken());
        try {
            return work.get();
        } finally {
            System.clearProperty("aws.sessionToken");
            System.setProperty("aws.accessKeyId", "test");
            System.setProperty("aws.secretAccessKey", "test");
        }
    }

    void putParameter(String name, String value) {
        try (SsmClient ssm = configured(SsmClient.builder()).build()) {
            ssm.putParameter(request -> request.name(name).value(value).type(ParameterType.STRING));
        }
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
            B builder) {
        return builder.endpointOverride(endpoint)
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
