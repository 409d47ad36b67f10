package io.parler.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.local.fixture.CallerFunction;
import io.parler.local.fixture.GatekeeperFunction;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A suite with an API whose authorizer is in another stack, over HTTP.
class AuthorizerIT {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir Path folder;

    @BeforeEach
    void copyTemplates() throws IOException {
        for (String file : List.of("suite.yaml", "keys.yaml", "shop.yaml")) {
            Path target = folder.resolve("authorizers").resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(RESOURCES.resolve("authorizers").resolve(file), target);
        }
        Files.createDirectories(folder.resolve("suite"));
        Files.copy(RESOURCES.resolve("suite/edge.yaml"), folder.resolve("suite/edge.yaml"));
        Files.createDirectories(folder.resolve("authorizers/target"));
        try (ZipOutputStream zip =
                new ZipOutputStream(
                        Files.newOutputStream(folder.resolve("authorizers/target/function.zip")))) {
            for (Class<?> type : List.of(CallerFunction.class, GatekeeperFunction.class)) {
                String path = type.getName().replace('.', '/') + ".class";
                zip.putNextEntry(new ZipEntry(path));
                try (InputStream in = type.getResourceAsStream("/" + path)) {
                    Objects.requireNonNull(in).transferTo(zip);
                }
            }
        }
    }

    @Test
    void anAuthorizerOfAnotherStackDecidesForEachRoute() throws Exception {
        try (Suite suite = start();
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> known = get(http, suite, "/orders/7?by=mara");
            assertThat(known.statusCode()).isEqualTo(200);
            assertThat(known.body())
                    .isEqualTo(
                            "{\"authorizer\":{\"lambda\":{\"account\":\"of-mara\",\"calls\":3}}}");
            assertThat(get(http, suite, "/orders/7?by=stranger").statusCode()).isEqualTo(403);
            assertThat(get(http, suite, "/orders/7").statusCode()).isEqualTo(500);
            assertThat(get(http, suite, "/open").body()).contains("none");
            assertThat(get(http, suite, "/tokens/1").statusCode()).isEqualTo(401);
            String byToken = "mara's token";
            for (int i = 0; i < 3; i++) {
                assertThat(get(http, suite, "/tokens/1", "Authorization", byToken).statusCode())
                        .isEqualTo(200);
            }
            Path log = folder.resolve("data/logs/test-dev-keys-Gatekeeper.log");
            assertThat(Files.readString(log).split("decides", -1)).hasSize(1 + 3 + 1);
            assertThat(Files.readString(folder.resolve("data/used-permissions.json")))
                    .containsPattern(
                            "(?s)test-dev-shop-InvokeRole.*lambda:InvokeFunction.*\"used\" : true");
        }
    }

    @Test
    void aRoleThatMayNotInvokeTheAuthorizerIsA500() throws Exception {
        Path shop = folder.resolve("authorizers/shop.yaml");
        Files.writeString(
                shop,
                Files.readString(shop).replace("\"lambda:InvokeFunction\"", "\"lambda:Get*\""));
        try (Suite suite = start();
                HttpClient http = HttpClient.newHttpClient()) {
            assertThat(get(http, suite, "/orders/7?by=mara").statusCode()).isEqualTo(500);
            assertThat(Files.readString(folder.resolve("data/used-permissions.json")))
                    .containsPattern(
                            "(?s)denied\" : \\[ \\{\\s*\"action\" : \"lambda:InvokeFunction");
        }
    }

    private Suite start() throws IOException {
        return Suite.start(
                new SuiteOptions(
                        folder.resolve("authorizers/suite.yaml"),
                        folder.resolve("data"),
                        0,
                        Optional.empty(),
                        false,
                        Map.of(),
                        Optional.empty(),
                        List.of(),
                        false));
    }

    private static HttpResponse<String> get(
            HttpClient http, Suite suite, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(suite.origin().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
