package io.parler.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.local.lambda.Functions;
import io.parler.local.lambda.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the functions with SnapStart call before their snapshot and after it, in their real
/// archives under the real runtime interface client.
@EnabledOnOs(OS.LINUX)
class PrimingIT {
    @TempDir static Path folder;

    @ParameterizedTest
    @CsvSource({
        "load-post, LoadPostApi",
        "post-conversion, PostConversionApi",
        "conversion, ConversionApi",
        "status, StatusApi",
        "frontend-api, FrontendApi",
        "frontend-api, Authorizer"
    })
    void primingOnlyReadsAndLeavesNothingToTheInstances(String service, String id)
            throws IOException {
        AtomicInteger snapshot = new AtomicInteger();
        List<EmptyAws.Call> calls;
        try (EmptyAws aws = EmptyAws.start();
                Functions functions =
                        Functions.inRestoredProcesses(
                                folder, () -> snapshot.set(aws.calls().size()))) {
            MeasuredFunction function = function(service, id, aws).asSnapshot();
            functions.add(function.spec());
            assertThat(functions.invoke(id, function.request().getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Invocation.Succeeded.class);
            calls = aws.calls();
        }
        List<EmptyAws.Call> primed = calls.subList(0, snapshot.get());
        List<EmptyAws.Call> restored = calls.subList(snapshot.get(), calls.size());
        Stream<EmptyAws.Call> toAws =
                primed.stream().filter(call -> !call.operation().equals("GET /credentials"));

        assertThat(operations(primed))
                .isNotEmpty()
                .allMatch(operation -> operation.matches("GET /.*|.*[.](Get|Query).*"));
        assertThat(toAws).allMatch(EmptyAws.Call::closes);
        if (!operations(restored).isEmpty()) {
            assertThat(operations(restored)).first().isEqualTo("GET /credentials");
        }
        List<Integer> ports = new ArrayList<>();
        primed.stream().filter(EmptyAws.Call::closes).forEach(call -> ports.add(call.port()));
        assertThat(restored).extracting(EmptyAws.Call::port).doesNotContainAnyElementsOf(ports);
    }

    private static MeasuredFunction function(String service, String id, EmptyAws aws) {
        Path template = Path.of("../../services", service, "template.yaml");
        return MeasuredFunction.read(template, aws.address()).stream()
                .filter(function -> function.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> operations(List<EmptyAws.Call> calls) {
        return calls.stream().map(EmptyAws.Call::operation).toList();
    }
}
