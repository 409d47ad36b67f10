package io.parler.deploy.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.deploy.stack.TemplateSource;
import io.parler.deploy.suite.DeployException;
import io.parler.deploy.suite.SuiteEntry;
import io.parler.deploy.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedTemplateTest {
    private static final String TEMPLATE =
            """
            Resources:
              Api:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: target/shop.zip
                  Handler: io.shop.Api
              Worker:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: target/shop.zip
                  Handler: io.shop.Worker::run
              Table:
                Type: AWS::DynamoDB::Table
            """;

    @TempDir private Path folder;

    @Test
    void everyCodeUriBecomesTheArchiveUnderItsHash() throws IOException {
        zip("io/shop/Api.class", "io/shop/Worker.class");

        PackagedTemplate packaged = read(TEMPLATE);

        String hash = packaged.archives().values().iterator().next().sha256();
        assertThat(packaged.text("bucket"))
                .isEqualTo(
                        TEMPLATE.replace(
                                "target/shop.zip", "s3://bucket/archives/shop/" + hash + ".zip"));
        assertThat(hash).matches("[0-9a-f]{64}");
    }

    @Test
    void anArchiveWithoutTheHandlersClassIsRefused() throws IOException {
        zip("io/shop/Api.class", "src/io/shop/Worker.class");

        assertThatThrownBy(() -> read(TEMPLATE))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining(
                        "does not contain io/shop/Worker.class, the handler of Worker");
    }

    @Test
    void everyFunctionNeedsItsOwnCodeUri() throws IOException {
        zip("io/shop/Api.class", "io/shop/Worker.class");

        assertThatThrownBy(() -> read(TEMPLATE.replaceFirst(" *CodeUri: .*\n", "")))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("2 functions but 1 lines with CodeUri");
    }

    @Test
    void aMissingArchiveSaysHowToBuildIt() {
        assertThatThrownBy(() -> read(TEMPLATE))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("shop.zip does not exist; build it with");
    }

    @Test
    void anArchiveIsUploadedOnce() throws IOException {
        zip("io/shop/Api.class", "io/shop/Worker.class");
        FakeObjectStore objects = new FakeObjectStore();
        Uploader uploader = new Uploader(objects, new Screen().output(""));

        uploader.uploadArchives(read(TEMPLATE), "bucket");
        uploader.uploadArchives(read(TEMPLATE), "bucket");

        assertThat(objects.calls)
                .singleElement()
                .asString()
                .startsWith("put bucket/archives/shop/");
    }

    @Test
    void aTemplateLongerThanARequestTravelsThroughTheBucket() throws IOException {
        zip("io/shop/Api.class", "io/shop/Worker.class");
        String metadata = "Metadata: {Long: " + "x".repeat(TemplateSource.MAX_BODY_BYTES) + "}";
        PackagedTemplate large = read(TEMPLATE + metadata);
        FakeObjectStore objects = new FakeObjectStore();
        Uploader uploader = new Uploader(objects, new Screen().output(""));

        assertThat(uploader.source(large, Optional.of("bucket")))
                .isInstanceOfSatisfying(
                        TemplateSource.Stored.class,
                        stored -> assertThat(objects.exists("bucket", stored.key())).isTrue());
        assertThatThrownBy(() -> uploader.source(large, Optional.empty()))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("--only platform");
    }

    @Test
    void commentsAreLeftOutOfATemplateThatIsTooLongWithThem() throws IOException {
        zip("io/shop/Api.class", "io/shop/Worker.class");
        String comment = "# " + "x".repeat(TemplateSource.MAX_BODY_BYTES) + "\n";

        assertThat(read(TEMPLATE + comment).text("bucket"))
                .isEqualTo(read(TEMPLATE).text("bucket"));
        assertThat(read(TEMPLATE + "# short\n").text("bucket")).endsWith("# short\n");
    }

    private PackagedTemplate read(String template) throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), template);
        return PackagedTemplate.read(new SuiteEntry("shop", file, Map.of(), List.of()));
    }

    private void zip(String... entries) throws IOException {
        Files.createDirectories(folder.resolve("target"));
        try (ZipOutputStream zip =
                new ZipOutputStream(
                        Files.newOutputStream(folder.resolve("target").resolve("shop.zip")))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.closeEntry();
            }
        }
    }
}
