package io.parler.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How a suite is to run. `port` 0 is any free one; `allow` are hosts and networks whose pages
/// may be fetched though they are not public; without `cloud` the engines are embedded; with
/// `processes` each instance of a function has its own.
public record SuiteOptions(
        Path file,
        Path data,
        int port,
        boolean fresh,
        List<String> allow,
        Optional<URI> cloud,
        String voiceEngine,
        boolean processes) {
    public SuiteOptions {
        allow = List.copyOf(allow);
    }
}
