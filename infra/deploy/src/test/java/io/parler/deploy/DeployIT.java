package io.parler.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.deploy.aws.AwsConnection;
import io.parler.deploy.stack.ChangeRequest;
import io.parler.deploy.stack.ChangeSet;
import io.parler.deploy.stack.StackStatus;
import io.parler.deploy.stack.Stacks;
import io.parler.deploy.stack.TemplateSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole suite, as it is built here, in a second cloud: AWS's own translator for the templates,
/// and moto for the rest. Each test has stages of its own in one account.
class DeployIT {
    private static final List<String> STACKS =
            List.of(
                    "platform",
                    "edge",
                    "frontend-api",
                    "load-post",
                    "post-conversion",
                    "conversion",
                    "status");

    private static final String HOME = "../..";

    private static SecondCloud cloud;

    @TempDir private Path folder;

    /// What a command printed, and its exit code.
    private record Run(int code, String out, String err) {
        String after(String text) {
            assertThat(out).contains(text);
            return out.substring(out.indexOf(text));
        }
    }

    @BeforeAll
    static void startsACloud() throws IOException, InterruptedException {
        System.setProperty("parler.home", HOME);
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty("aws.region", "eu-central-1");
        cloud = SecondCloud.start();
    }

    @AfterAll
    static void stopsIt() {
        if (cloud != null) {
            cloud.close();
        }
    }

    @Test
    void theSecondDeploymentHasNothingToDo() {
        Run first = deploy("twice", "--yes");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("parler-twice-platform: created", "parler-twice-edge: updated")
                .containsPattern("Parler is at https://[a-z0-9]+\\.cloudfront\\.")
                .contains("./parler keys create Owner --account owner --stage twice");

        Run second = deploy("twice", "--yes");

        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out()).contains("Everything is up to date.").doesNotContain("updating");
        assertThat(second.err()).doesNotContain("uploading");
    }

    @Test
    void twoStagesShareNoNameInOneAccount() {
        Run one = deploy("one", "--yes");
        Run two = deploy("two", "--yes");

        assertThat(one.code()).as(one.err()).isZero();
        assertThat(two.code()).as(two.err()).isZero();
        assertThat(run("destroy", "--stage", "one", "--yes").code()).isZero();
        Run left = run("status", "--stage", "two");
        assertThat(left.out().lines().filter(line -> line.endsWith("up to date")))
                .hasSize(STACKS.size());
    }

    @Test
    void aPlanChangesNothing() {
        Run plan = deploy("planned", "--dry-run");

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out())
                .containsPattern("status +create: .*2 SQS queues")
                .containsPattern("at most [0-9.]+ USD a month");
        assertThat(run("status", "--stage", "planned").out()).contains("not deployed");
    }

    @Test
    void aSettingIsKeptByLaterDeployments() {
        assertThat(deploy("settings", "--yes").code()).isZero();

        Run set = deploy("settings", "--yes", "--alarm-email", "ops@parler.example");
        assertThat(set.out()).contains("SNS subscription   AlarmByEmail");

        assertThat(deploy("settings", "--dry-run").out())
                .doesNotContain("remove")
                .containsPattern("platform +no changes");
    }

    @Test
    void onlyTheStackThatIsBehindIsUpdated() throws IOException {
        assertThat(deploy("behind", "--yes").code()).isZero();
        copyProject();
        Path template = folder.resolve("services/status/template.yaml");
        Files.writeString(
                template, Files.readString(template).replace("Timeout: 29", "Timeout: 28"));
        System.setProperty("parler.home", folder.toString());
        try {
            assertThat(run("status", "--stage", "behind").out())
                    .containsPattern("status +CREATE_COMPLETE .* behind: its template differs")
                    .containsPattern("load-post +CREATE_COMPLETE .* up to date");

            Run update = deploy("behind", "--yes", "--only", "status");

            assertThat(update.out())
                    .containsPattern("change +Lambda function +StatusApi")
                    .contains("parler-behind-status: updated");
        } finally {
            System.setProperty("parler.home", HOME);
        }
    }

    /// Templates, and links to the archives.
    private void copyProject() throws IOException {
        Files.createDirectories(folder.resolve("infra"));
        for (String file : List.of("suite.yaml", "platform.yaml", "edge.yaml")) {
            Files.copy(Path.of(HOME, "infra", file), folder.resolve("infra").resolve(file));
        }
        for (String service : STACKS.subList(2, STACKS.size())) {
            Path original = Path.of(HOME, "services", service);
            Path copy = folder.resolve("services").resolve(service);
            Files.createDirectories(copy);
            Files.copy(original.resolve("template.yaml"), copy.resolve("template.yaml"));
            Files.createSymbolicLink(
                    copy.resolve("target"), original.resolve("target").toRealPath());
        }
    }

    @Test
    void aDomainOfYourOwnIsTheAddress() {
        Run run =
                deploy(
                        "domain",
                        "--yes",
                        "--only",
                        "edge",
                        "--domain",
                        "parler.invalid",
                        "--certificate",
                        "arn:aws:acm:us-east-1:123456789012:certificate/1");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Parler is at https://parler.invalid")
                .containsPattern("CNAME or alias, from parler.invalid to [a-z0-9]+.cloudfront.");
    }

    @Test
    void consumersFollowAProducerThatIsMadeAgain() {
        assertThat(deploy("again", "--yes").code()).isZero();
        try (AwsConnection aws = connection()) {
            aws.stacks(() -> {}).delete("parler-again-platform");
        }

        Run again = deploy("again", "--yes");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("updated SNS subscription EventsSubscription");
        assertThat(deploy("again", "--dry-run").out()).doesNotContain("change  ", "later");
    }

    @Test
    void aServiceRunsInAnAccountOfItsOwn() {
        assertThat(deploy("shared", "--yes", "--only", "platform", "--only", "edge").code())
                .isZero();
        String origin;
        try (AwsConnection aws = connection()) {
            origin = aws.parameters().get("/parler/shared/public-origin").orElseThrow();
        }

        String host =
                cloud.inAnotherAccount(
                        () -> {
                            cloud.putParameter(
                                    "/parler/shared/frontend-api/authorizer-arn",
                                    "arn:aws:lambda:eu-central-1:111111111111:function:a:live");
                            Run early =
                                    deploy(
                                            "shared",
                                            "--yes",
                                            "--only",
                                            "platform",
                                            "--only",
                                            "load-post");
                            assertThat(early.code()).isEqualTo(1);
                            assertThat(early.err())
                                    .contains("needs /parler/shared/public-origin")
                                    .contains("docs/accounts.md");
                            cloud.putParameter("/parler/shared/public-origin", origin);
                            Run run = deploy("shared", "--yes", "--only", "load-post");
                            assertThat(run.code()).as(run.err()).isZero();
                            assertThat(run.out()).startsWith("Account 222222222222");
                            try (AwsConnection aws = connection()) {
                                return aws.parameters()
                                        .get("/parler/shared/load-post/api-host")
                                        .orElseThrow();
                            }
                        });

        Run edge =
                deploy("shared", "--yes", "--only", "edge", "--set", "edge.LoadPostHost=" + host);
        assertThat(edge.code()).as(edge.err()).isZero();
        assertThat(edge.out()).contains("parler-shared-edge: updated");
        assertThat(deploy("shared", "--yes", "--only", "edge").out())
                .contains("Everything is up to date.");
    }

    @Test
    void aFailedFirstCreationIsExplainedAndTheNextRunGoesOn() {
        try (AwsConnection aws = connection()) {
            Stacks stacks = aws.stacks(() -> {});
            StackStatus other = occupy(stacks, "/parler/unlucky/status/StatusApi");

            Run failed = deploy("unlucky", "--yes");
            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.err().lines().toList().getLast())
                    .startsWith(
                            "parler: parler-unlucky-status: the log group StatusApiLogs could not be"
                                    + " created: ")
                    .contains("already exists");

            stacks.delete(other.name());
            Run again = deploy("unlucky", "--yes");
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(again.out())
                    .contains(
                            "parler-unlucky-status is ROLLBACK_COMPLETE: its first creation failed.")
                    .contains("parler-unlucky-conversion: no changes")
                    .contains("parler-unlucky-status: created");
        }
    }

    @Test
    void everyStackGetsAPipelineThatKeepsItsSettings() {
        String[] some = {"--only", "edge", "--only", "platform"};
        assertThat(
                        deploy("piped", with(some, "--yes", "--set", "edge.LegacyHost=old.example"))
                                .code())
                .isZero();
        String connection = "arn:aws:codeconnections:eu-central-1:123456789012:connection/1";

        Run created =
                pipelines(
                        with(
                                some,
                                "--yes",
                                "--approval",
                                "--connection",
                                connection,
                                "--repository",
                                "owner/parler"));

        assertThat(created.code()).as(created.err()).isZero();
        assertThat(created.out())
                .contains("parler-piped-pipeline-platform: created")
                .contains("parler-piped-pipeline-edge: created");
        try (AwsConnection aws = connection()) {
            assertThat(aws.stacks(() -> {}).parameters("parler-piped-pipeline-edge"))
                    .containsEntry("Stack", "edge")
                    .containsEntry("Repository", "owner/parler")
                    .containsEntry("Connection", connection)
                    .containsEntry("Approval", "yes")
                    .containsEntry("Parameters", "{\"LegacyHost\":\"old.example\"}")
                    .containsEntry("AlarmTopicArn", "/parler/piped/alarm-topic-arn");
        }
        assertThat(pipelines(with(some, "--yes")).out()).contains("Everything is up to date.");
        assertThat(pipelines(with(some, "--dry-run", "--no-approval")).out())
                .containsPattern("pipeline-edge +[0-9]+ change");
        assertThat(pipelines("--yes", "--only", "status").err())
                .contains("parler-piped-status is not deployed");

        assertThat(run("destroy", "--stage", "piped", "--yes").out())
                .contains("parler-piped-pipeline-edge: deleted");
    }

    private static Run pipelines(String... options) {
        return run(with(new String[] {"pipelines", "--stage", "piped"}, options));
    }

    private static String[] with(String[] some, String... others) {
        return Stream.concat(Stream.of(some), Stream.of(others)).toArray(String[]::new);
    }

    @Test
    void destroyExportsTheAudioAndNamesWhatRemains() throws IOException {
        assertThat(deploy("gone", "--yes").code()).isZero();
        try (AwsConnection aws = connection()) {
            String bucket =
                    aws.parameters().get("/parler/gone/conversion/audio-bucket").orElseThrow();
            aws.objects().put(bucket, "audio/1/post.mp3", "mp3");

            Run destroyed =
                    run("destroy", "--stage", "gone", "--yes", "--export-audio", folder.toString());

            assertThat(destroyed.code()).as(destroyed.err()).isZero();
            assertThat(Files.readString(folder.resolve("audio/1/post.mp3"))).isEqualTo("mp3");
            assertThat(destroyed.after("These remain"))
                    .contains("s3://" + bucket)
                    .contains("dynamodb delete-table --table-name parler-gone-status-Conversions")
                    .doesNotContain("SSM parameter");
            assertThat(aws.objects().exists(bucket, "audio/1/post.mp3")).isTrue();
            for (String stack : STACKS) {
                assertThat(aws.stacks(() -> {}).get("parler-gone-" + stack)).isEmpty();
            }
        }
    }

    @Test
    void anUnknownSettingIsReportedBeforeAnythingIsDeployed() {
        Run run = deploy("typo", "--yes", "--set", "conversion.MonthlyCaracters=1");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("conversion has no parameter MonthlyCaracters; it has ")
                .contains("OpenAiUrl");
        assertThat(run("status", "--stage", "typo").out()).doesNotContain("COMPLETE");
    }

    /// Takes a log group's name by a stack of its own.
    private static StackStatus occupy(Stacks stacks, String logGroup) {
        String template =
                """
                Resources:
                  Taken: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: %s}}
                """
                        .formatted(logGroup);
        ChangeSet changeSet =
                stacks.createChangeSet(
                        new ChangeRequest(
                                "other",
                                true,
                                new TemplateSource.Body(template),
                                List.of(),
                                false));
        stacks.execute("other", changeSet.id());
        return stacks.get("other").orElseThrow();
    }

    private static AwsConnection connection() {
        return AwsConnection.open(
                Optional.empty(), Optional.empty(), Optional.of(cloud.endpoint()));
    }

    private static Run deploy(String stage, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "--stage";
        arguments[1] = stage;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return run(arguments);
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--endpoint-url";
        all[arguments.length + 1] = cloud.endpoint().toString();
        int code =
                DeployCommand.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(all);
        return new Run(code, out.toString(), err.toString());
    }
}
