package io.parler.deploy.destroy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.deploy.archive.FakeObjectStore;
import io.parler.deploy.stack.FakeParameterStore;
import io.parler.deploy.stack.FakeStacks;
import io.parler.deploy.stack.OperationFollower;
import io.parler.deploy.stack.StackDeployer;
import io.parler.deploy.stack.StackResource;
import io.parler.deploy.suite.DeployException;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.terminal.Output;
import io.parler.deploy.terminal.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestroyerTest {
    private static final List<String> NAMES = List.of("platform", "conversion", "status");

    @TempDir private Path folder;

    private final FakeStacks stacks =
            new FakeStacks()
                    .stack("parler-dev-platform", "CREATE_COMPLETE")
                    .content(
                            "parler-dev-platform",
                            "Resources: {Cache: {Type: AWS::S3::Bucket}}",
                            new StackResource("Cache", "AWS::S3::Bucket", "the-cache"))
                    .stack("parler-dev-conversion", "UPDATE_COMPLETE")
                    .content(
                            "parler-dev-conversion",
                            """
                            Resources:
                              Audio: {Type: AWS::S3::Bucket, DeletionPolicy: RetainExceptOnCreate}
                              Claims: {Type: AWS::DynamoDB::Table, DeletionPolicy: Delete}
                            """,
                            new StackResource("Audio", "AWS::S3::Bucket", "the-audio"),
                            new StackResource("Claims", "AWS::DynamoDB::Table", "the-claims"))
                    .stack("parler-dev-status", "UPDATE_COMPLETE")
                    .content(
                            "parler-dev-status",
                            "Resources: {T: {Type: AWS::DynamoDB::Table, DeletionPolicy: Retain}}",
                            new StackResource("T", "AWS::DynamoDB::Table", "the-table"));
    private final FakeObjectStore objects = new FakeObjectStore();
    private final FakeParameterStore parameters = new FakeParameterStore();
    private final Screen screen = new Screen();

    @Test
    void theLastDeployedIsDeletedFirst() {
        assertThat(destroy("dev\n", Optional.empty())).isTrue();

        assertThat(stacks.calls)
                .containsExactly(
                        "delete parler-dev-status",
                        "delete parler-dev-conversion",
                        "delete parler-dev-platform");
    }

    @Test
    void theKeyPairsOfTheStacksAreDeleted() {
        parameters.put("/parler/dev/edge/signing-key", "private");
        parameters.put("/parler/dev/edge/signing-key.pub", "public");

        destroy("dev\n", Optional.empty());

        assertThat(parameters.names("/parler/dev/edge")).isEmpty();
    }

    @Test
    void nothingIsDeletedUntilTheStagesNameIsTyped() {
        assertThat(destroy("y\n", Optional.empty())).isFalse();
        assertThat(destroy("", Optional.empty())).isFalse();

        assertThat(stacks.calls).isEmpty();
        assertThat(objects.calls).isEmpty();
        assertThat(screen.text()).contains("Nothing was deleted.");
    }

    @Test
    void onlyBucketsThatGoWithTheirStackAreEmptied() {
        destroy("dev\n", Optional.empty());

        assertThat(objects.calls).containsExactly("empty the-cache");
        assertThat(screen.text()).contains("DELETES WHAT IS IN the-cache");
    }

    @Test
    void theReportNamesAllThatRemainsAndHowToDeleteIt() {
        parameters.with("/parler/dev/voices/openai-key", "secret");

        destroy("dev\n", Optional.empty());

        assertThat(screen.text().substring(screen.text().indexOf("These remain")))
                .contains("S3 bucket", "aws s3 rb --force s3://the-audio --region eu-central-1")
                .contains("DynamoDB table", "aws dynamodb delete-table --table-name the-table")
                .contains("aws ssm delete-parameter --name /parler/dev/voices/openai-key")
                .doesNotContain("the-claims", "the-cache", "secret");
    }

    @Test
    void audioIsExportedBeforeAnythingIsDeleted() {
        parameters.with("/parler/dev/conversion/audio-bucket", "the-audio");
        objects.with("the-audio", "audio/1/post.mp3", "mp3").with("the-audio", "chunks/1", "part");
        stacks.failure("parler-dev-status", "T", "DELETE_FAILED", "in use");

        assertThatThrownBy(() -> destroy("dev\n", Optional.of(folder)))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("could not be deleted: in use.");

        assertThat(folder.resolve("audio/1/post.mp3")).hasContent("mp3");
        assertThat(folder.resolve("chunks")).doesNotExist();
        assertThat(screen.text()).contains("1 audio file exported");
    }

    @Test
    void exportedAudioIsNotCopiedAgain() {
        parameters.with("/parler/dev/conversion/audio-bucket", "the-audio");
        objects.with("the-audio", "audio/1/post.mp3", "mp3");
        AudioExport export = new AudioExport(objects, screen.output(""));

        export.export("the-audio", folder);
        export.export("the-audio", folder);

        assertThat(objects.calls).containsExactly("get the-audio/audio/1/post.mp3");
    }

    @Test
    void audioIsNeverWrittenOutsideTheFolder() {
        objects.with("the-audio", "audio/../../escaped.mp3", "mp3");

        assertThatThrownBy(
                        () ->
                                new AudioExport(objects, screen.output(""))
                                        .export("the-audio", folder))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("would be outside of");
    }

    @Test
    void aStageWithoutStacksIsNoError() {
        Output output = screen.output("");

        assertThat(
                        destroyer(output, new Stage("prod"))
                                .destroy(NAMES, List.of(), Optional.empty(), false))
                .isTrue();
        assertThat(screen.text()).contains("Stage prod has no stacks here.");
    }

    private boolean destroy(String typed, Optional<Path> exportFolder) {
        return destroyer(screen.output(typed), new Stage("dev"))
                .destroy(NAMES, List.of("edge/signing-key"), exportFolder, false);
    }

    private Destroyer destroyer(Output output, Stage stage) {
        return new Destroyer(
                stage,
                stacks,
                new StackDeployer(
                        stacks, new OperationFollower(stacks, output, () -> {}), output, ""),
                parameters,
                objects,
                output,
                " --region eu-central-1");
    }
}
