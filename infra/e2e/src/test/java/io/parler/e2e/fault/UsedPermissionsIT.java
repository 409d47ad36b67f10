package io.parler.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.SuiteExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/// Least privilege: over all end-to-end tests, every permission in the templates was used, and no
/// call was denied.
@Isolated("runs after all others, and checks what they used")
@SharedSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsedPermissionsIT {
    /// Permissions that no test can use, as parts of "function action resource", and why.
    private static final Map<String, String> NEVER_USED =
            Map.ofEntries(
                    Map.entry(
                            "secretsmanager:GetSecretValue",
                            "there is no Secrets Manager on one machine"),
                    Map.entry(
                            "ssm:GetParameters .*/aws/reference/secretsmanager/",
                            "the parameter store reads a secret through it"),
                    Map.entry(
                            "ConversionWorker s3:AbortMultipartUpload",
                            "the SDK aborts an upload only when it fails half-way"),
                    Map.entry(
                            "StatusDeadLetters sqs:(GetQueueUrl|ChangeMessageVisibility)",
                            "it changes the delay of a message only in an outage of its table"),
                    Map.entry(
                            "ConversionWorker dynamodb:DeleteItem",
                            "a claim is released early only when a call to a voice fails"),
                    Map.entry(
                            "ConversionWorker sqs:SendMessage",
                            "only a job longer than the worker's timeout is handed on"),
                    Map.entry(
                            "LoadPostApi dynamodb:DeleteItem",
                            "a page is deleted only when its author removed it or it may no longer be cached"),
                    Map.entry("FeedPoller dynamodb:DeleteItem .*Pages", "as that of LoadPostApi"),
                    Map.entry(
                            "FeedPoller sqs:(GetQueueUrl|ChangeMessageVisibility|SendMessage)",
                            "it delays a poll only when the site or a table is busy"),
                    Map.entry(
                            "FeedScheduler (dynamodb|sqs):",
                            "a feed is due ten minutes after it was followed at the earliest"),
                    Map.entry(
                            "PublishedPostAcceptor dynamodb:GetItem .*Quotas",
                            "it reads a reservation only when an event is delivered again"),
                    Map.entry(
                            "PublishedPostAcceptor sqs:(GetQueueUrl|ChangeMessageVisibility)",
                            "it changes the delay of a message only in an outage of its table"),
                    Map.entry(
                            "ConversionWorker s3:DeleteObject",
                            "a run deletes its files only when its conversion is deleted while it writes them"),
                    Map.entry(
                            "ConversionDeleter sqs:(GetQueueUrl|ChangeMessageVisibility)",
                            "it changes the delay of a message only in an outage of its bucket"),
                    Map.entry(
                            "ConversionDeleter s3:DeleteObject .*/(chunks|pronunciations)/",
                            "only those of a deleted account are deleted"),
                    Map.entry(
                            "FrontendApi dynamodb:UpdateItem",
                            "a sign-in notes the use of a key only when the hour before had none"),
                    Map.entry(
                            "StatusRecorder dynamodb:DeleteItem",
                            "only those of a deleted account can still be read when their deletion is recorded"),
                    Map.entry(
                            "FrontendRecorder dynamodb:BatchWriteItem",
                            "the episodes of a deleted account are mostly gone before: its"
                                    + " conversions are deleted one by one"),
                    Map.entry(
                            "FrontendRecorder sns:Publish",
                            "it deletes a conversion only when its account was deleted while it ran"),
                    Map.entry(
                            "ConvertCollectionRole (logs|xray):",
                            "state machines write neither log nor trace on one machine"),
                    Map.entry(
                            "QuotaRecorder dynamodb:Query .*Collections",
                            "only those of a deleted account are listed"),
                    Map.entry(
                            "QuotaRecorder dynamodb:BatchWriteItem",
                            "only the collections of a deleted account are deleted"),
                    Map.entry(
                            "QuotaRecorder dynamodb:DeleteItem",
                            "only the months of a deleted account are deleted"));

    private final Map<String, Boolean> usedByPermission = new TreeMap<>();
    private final Set<String> denied = new TreeSet<>();

    @BeforeAll
    void readTheReportsOfAllSuites(Suite suite) {
        Assumptions.assumeTrue(
                System.getProperty("parler.url", "").isBlank() && SuiteExtension.cloud().isEmpty(),
                "the suite that runs is somebody else's, or nothing checks its calls");
        assertThat(suite.logs()).isNotEmpty();
        long begun = ManagementFactory.getRuntimeMXBean().getStartTime();
        for (Path report :
                ProjectFiles.files(
                        ProjectFiles.path("infra", "e2e", "target"), "used-permissions.json")) {
            if (report.toFile().lastModified() >= begun) {
                read(report);
            }
        }
    }

    @Test
    void everyPermissionIsUsedOrHasAReason() {
        List<String> unused = new ArrayList<>();
        usedByPermission.forEach(
                (permission, used) -> {
                    if (!used && exceptions(permission).isEmpty()) {
                        unused.add(permission);
                    }
                });
        assertThat(usedByPermission).isNotEmpty();
        assertThat(unused).isEmpty();
    }

    @Test
    void everyExceptionIsNeeded() {
        Set<String> needed = new TreeSet<>();
        usedByPermission.keySet().forEach(permission -> needed.addAll(exceptions(permission)));
        assertThat(needed).containsExactlyInAnyOrderElementsOf(NEVER_USED.keySet());
    }

    @Test
    void noCallIsDenied() {
        assertThat(denied).isEmpty();
    }

    private static List<String> exceptions(String permission) {
        return NEVER_USED.keySet().stream()
                .filter(part -> permission.matches(".*" + part + ".*"))
                .toList();
    }

    private void read(Path report) {
        JsonNode functions;
        try {
            functions = new ObjectMapper().readTree(Files.readString(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Map.Entry<String, JsonNode> function : functions.properties()) {
            for (JsonNode permission : function.getValue().path("granted")) {
                usedByPermission.merge(
                        text(function.getKey(), permission),
                        permission.path("used").asBoolean(),
                        Boolean::logicalOr);
            }
            for (JsonNode permission : function.getValue().path("denied")) {
                denied.add(text(function.getKey(), permission));
            }
        }
    }

    private static String text(String function, JsonNode permission) {
        return function
                + " "
                + permission.path("action").asText()
                + " "
                + permission.path("resource").asText();
    }
}
