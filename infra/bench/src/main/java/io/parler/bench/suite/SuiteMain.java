package io.parler.bench.suite;

import io.parler.local.EndpointProxy;
import io.parler.local.ExtraService;
import io.parler.local.Suite;
import io.parler.local.SuiteOptions;
import io.parler.local.iam.RestOperation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The process of a suite. It prints its addresses, answers `heap`, and ends with its input.
///
/// Arguments: the suite file, the data folder, `processes` or `threads` for the functions, the
/// address of the voice, and a `SERVICE=ADDRESS` for each service that functions use by a proxy.
public final class SuiteMain {
    static final String ENDPOINT = "endpoint";
    static final String READY = "ready";
    static final String HEAP = "heap";

    private SuiteMain() {}

    /// The voice, which another process runs.
    private record Voice(URI address) implements ExtraService.Endpoint {
        @Override
        public void close() {}
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        URI voice = URI.create(arguments[3]);
        Map<String, URI> proxies = new HashMap<>();
        for (String proxy : List.of(arguments).subList(4, arguments.length)) {
            String[] parts = proxy.split("=", 2);
            proxies.put(parts[0], URI.create(parts[1]));
        }
        EndpointProxy proxied =
                (service, endpoint) -> {
                    out.println(ENDPOINT + " " + service + " " + endpoint);
                    return proxies.getOrDefault(service, endpoint);
                };
        try (Suite suite = Suite.startWithProxies(options(arguments, voice), proxied)) {
            out.println(
                    String.join(
                            " ",
                            READY,
                            suite.origin().toString(),
                            suite.endpoints().sqs().toString(),
                            suite.endpoints().lambda().toString()));
            answer(out);
        }
        System.exit(0);
    }

    private static SuiteOptions options(String[] arguments, URI voice) {
        List<RestOperation> operations =
                List.of(
                        new RestOperation("GET", "/v1/voices", "polly:DescribeVoices"),
                        new RestOperation("POST", "/v1/speech", "polly:SynthesizeSpeech"));
        return new SuiteOptions(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                0,
                Optional.empty(),
                true,
                Map.of("allow", "127.0.0.1"),
                Optional.empty(),
                List.of(new ExtraService("POLLY", operations, () -> new Voice(voice))),
                arguments[2].equals("processes"));
    }

    private static void answer(PrintStream out) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(HEAP)) {
                System.gc();
                long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                out.println(HEAP + " " + used);
            }
        }
    }
}
