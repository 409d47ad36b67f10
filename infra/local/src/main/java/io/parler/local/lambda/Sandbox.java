package io.parler.local.lambda;

import io.parler.local.trace.Traces;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// What all instances of a function share: the unpacked archive, the environment and the log.
record Sandbox(FunctionSpec spec, Path unpacked, Map<String, String> environment, PrintStream log) {
    /// Longer than Lambda's 10 s, because all functions may start at once on two cores.
    static final Duration INIT_TIMEOUT = Duration.ofSeconds(60);

    static Sandbox of(FunctionSpec spec, Path unpacked, Path logs, Traces traces) {
        return new Sandbox(
                spec,
                unpacked,
                variables(spec, unpacked),
                FunctionLog.in(logs, spec.name(), line -> traces.logged(spec.name(), line)));
    }

    /// The variables that Lambda sets; those of the template override them.
    private static Map<String, String> variables(FunctionSpec spec, Path unpacked) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMb()));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", spec.name() + ".log");
        variables.put("AWS_LAMBDA_LOG_LEVEL", "INFO");
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
        variables.put("LAMBDA_TASK_ROOT", unpacked.toString());
        variables.put("TZ", ":UTC");
        // The SDK must not read the user's profile: on Lambda there is none.
        variables.put("AWS_CONFIG_FILE", unpacked.resolve(".aws/config").toString());
        variables.put(
                "AWS_SHARED_CREDENTIALS_FILE", unpacked.resolve(".aws/credentials").toString());
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        variables.putAll(spec.environment());
        return Map.copyOf(variables);
    }

    String arn() {
        return "arn:aws:lambda:"
                + environment.getOrDefault("AWS_REGION", "us-east-1")
                + ":000000000000:function:"
                + spec.name();
    }

    /// Logs a failure and returns it.
    Invocation.Failed failed(Invocation.Failed failure) {
        log.println(new String(failure.payload(), StandardCharsets.UTF_8));
        return failure;
    }
}
