package io.parler.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a suite is to run.
///
/// @param file the suite file
/// @param data the folder for all data
/// @param port the port on 127.0.0.1; 0 is any free one
/// @param publicOrigin the address under which a proxy makes it reachable, if there is one
/// @param fresh whether the data of an earlier run is deleted first
/// @param variables what `${name}` stands for in the suite file, beside the variables that the
///     runtime defines
/// @param cloud an AWS-compatible endpoint to use instead of the embedded engines
/// @param extraServices endpoints for AWS services that the runtime does not have
/// @param processes whether each instance of a function runs in its own process
/// @param usage whether `usage.jsonl` in the data folder gets a line for each invocation, call and
///     request
public record SuiteOptions(
        Path file,
        Path data,
        int port,
        Optional<URI> publicOrigin,
        boolean fresh,
        Map<String, String> variables,
        Optional<URI> cloud,
        List<ExtraService> extraServices,
        boolean processes,
        boolean usage) {
    /// Without a file of what AWS would bill.
    public SuiteOptions(
            Path file,
            Path data,
            int port,
            Optional<URI> publicOrigin,
            boolean fresh,
            Map<String, String> variables,
            Optional<URI> cloud,
            List<ExtraService> extraServices,
            boolean processes) {
        this(
                file,
                data,
                port,
                publicOrigin,
                fresh,
                variables,
                cloud,
                extraServices,
                processes,
                false);
    }

    public SuiteOptions {
        variables = Map.copyOf(variables);
        extraServices = List.copyOf(extraServices);
    }
}
