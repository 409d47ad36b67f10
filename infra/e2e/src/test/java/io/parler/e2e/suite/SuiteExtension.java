package io.parler.e2e.suite;

import io.parler.e2e.project.ProjectFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Provides one running suite and one test site to all test classes. Both end after the last test.
///
/// `-Dparler.url=` selects a suite that is running (started with `--allow 127.0.0.1`). Otherwise
/// one is started, on the endpoint in `-Dparler.cloud=` if it is set.
public final class SuiteExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS =
            ExtensionContext.Namespace.create(SuiteExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Suite.class || type == TestSite.class || type == ApiClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(OURS);
        Class<?> type = parameter.getParameter().getType();
        if (type == TestSite.class) {
            return store.computeIfAbsent(TestSite.class, key -> new TestSite(), TestSite.class);
        }
        Suite suite = store.computeIfAbsent(Suite.class, key -> start(), Suite.class);
        return type == Suite.class ? suite : suite.api();
    }

    public static Optional<String> cloud() {
        return Optional.of(System.getProperty("parler.cloud", ""))
                .filter(cloud -> !cloud.isBlank());
    }

    private static Suite start() {
        String url = System.getProperty("parler.url", "");
        if (!url.isBlank()) {
            return Suite.running(URI.create(url));
        }
        List<String> options = new ArrayList<>(List.of("--fresh", "--allow", "127.0.0.1"));
        cloud().filter(cloud -> !cloud.equals("localstack"))
                .ifPresent(cloud -> options.addAll(List.of("--cloud", cloud)));
        Suite suite = Suite.start(data("parler"), options.toArray(String[]::new));
        System.out.printf(
                "suite: ready after %d ms, %s MiB%n",
                suite.startup().toMillis(),
                suite.residentMebibytes().map(String::valueOf).orElse("?"));
        return suite;
    }

    /// A folder of this name for the data of a suite.
    public static Path data(String name) {
        return ProjectFiles.path("infra", "e2e", "target", name);
    }
}
