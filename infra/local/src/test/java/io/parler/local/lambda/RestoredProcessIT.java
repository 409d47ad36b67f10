package io.parler.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A function with SnapStart under the real runtime interface client, which calls its hooks.
@EnabledOnOs(OS.LINUX)
class RestoredProcessIT {
    @TempDir static Path built;
    @TempDir Path data;

    @Test
    void aPrimedProcessGoesOnAsARestoredInstance() throws Exception {
        Path archive =
                TestArchive.zip(
                        built,
                        Map.of(
                                "Recorded",
                                """
                                public class Recorded implements RequestHandler<String, String>,
                                        com.amazonaws.services.lambda.crac.Resource {
                                    private String calls = "";
                                    public Recorded() {
                                        com.amazonaws.services.lambda.crac.Core.getGlobalContext().register(this);
                                    }
                                    public void beforeCheckpoint(com.amazonaws.services.lambda.crac.Context<? extends com.amazonaws.services.lambda.crac.Resource> c) { calls += "primed "; }
                                    public void afterRestore(com.amazonaws.services.lambda.crac.Context<? extends com.amazonaws.services.lambda.crac.Resource> c) { calls += "restored "; }
                                    public String handleRequest(String in, Context c) { return calls + in; }
                                }"""));
        AtomicInteger restored = new AtomicInteger();

        try (Functions functions = Functions.inRestoredProcesses(data, restored::incrementAndGet)) {
            functions.add(
                    new FunctionSpec(
                            "recorded",
                            archive,
                            "fn.Recorded",
                            Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"),
                            Duration.ofMinutes(1),
                            256,
                            1));
            Invocation answer =
                    functions.invoke("recorded", "\"asked\"".getBytes(StandardCharsets.UTF_8));

            assertThat(answer).isInstanceOf(Invocation.Succeeded.class);
            assertThat(((Invocation.Succeeded) answer).payload())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("\"primed restored asked\"");
        }
        assertThat(restored).hasValue(1);
    }
}
