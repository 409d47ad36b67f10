package io.parler.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateReaderTest {
    @TempDir Path folder;

    @Test
    void anUnsupportedTypeIsReportedWithItsLine() throws IOException {
        assertThat(
                        errors(
                                """
                                Resources:
                                  Stream:
                                    Type: AWS::Kinesis::Stream
                                    Properties: {ShardCount: 1}
                                """))
                .containsExactly(file() + ":4: Stream: AWS::Kinesis::Stream is not supported here");
    }

    @Test
    void anUnsupportedPropertyIsReportedAtAnyDepth() throws IOException {
        assertThat(
                        errors(
                                """
                                Resources:
                                  Jobs:
                                    Type: AWS::SQS::Queue
                                    Properties:
                                      FifoQueue: true
                                      RedrivePolicy: {deadLetterTargetArn: a, maxReceives: 3}
                                """))
                .containsExactly(
                        file() + ":5: Jobs: AWS::SQS::Queue.FifoQueue is not supported here",
                        file()
                                + ":6: Jobs: AWS::SQS::Queue.RedrivePolicy.maxReceives is not"
                                + " supported here");
    }

    @Test
    void anotherEventSourceIsAnError() throws IOException {
        assertThat(
                        errors(
                                """
                                Resources:
                                  Nightly:
                                    Type: AWS::Serverless::Function
                                    Properties:
                                      Events: {Night: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}}
                                """))
                .anyMatch(
                        r ->
                                r.contains(":5: Nightly: ")
                                        && r.contains("Events.Night.Type ScheduleV2 is not"))
                .anyMatch(
                        r ->
                                r.contains(
                                        "Events.Night.Properties.ScheduleExpression is not supported"));
    }

    @Test
    void aRuntimeOtherThanJava25IsRefused() throws IOException {
        assertThat(
                        errors(
                                """
                                Resources:
                                  Script:
                                    Type: AWS::Serverless::Function
                                    Properties: {Runtime: python3.13}
                                """))
                .containsExactly(
                        file()
                                + ":4: Script: AWS::Serverless::Function.Runtime python3.13 is not"
                                + " supported here");
    }

    @Test
    void unsupportedSectionsAndAttributesAreAnError() throws IOException {
        assertThat(
                        errors(
                                """
                                Mappings: {Sizes: {small: {MB: 128}}}
                                Resources:
                                  Texts:
                                    Type: AWS::S3::Bucket
                                    CreationPolicy: {ResourceSignal: {Count: 1}}
                                """))
                .containsExactly(
                        file() + ":1: Template: Mappings is not supported here",
                        file() + ":5: Texts: CreationPolicy is not supported here");
    }

    @Test
    void allUnsupportedFunctionsAreReportedAtOnce() throws IOException {
        assertThat(
                        errors(
                                """
                                Parameters:
                                  Secret: {Type: String, Default: "{{resolve:ssm:/secret}}"}
                                Resources:
                                  Jobs:
                                    Type: AWS::SQS::Queue
                                    Properties:
                                      QueueName: !ImportValue name
                                      VisibilityTimeout: !Select [0, [!FindInMap [a, b, c]]]
                                  Topic:
                                    Type: AWS::SNS::Topic
                                    Properties: {TopicName: !Sub "{{resolve:ssm:/other}}"}
                                """))
                .containsExactly(
                        file()
                                + ":2: Secret: the dynamic reference {{resolve:ssm:/secret}} is not"
                                + " supported here",
                        file() + ":7: Jobs: Fn::ImportValue is not supported here",
                        file() + ":8: Jobs: Fn::FindInMap is not supported here",
                        file()
                                + ":11: Topic: the dynamic reference {{resolve:ssm:/other}} is not"
                                + " supported here");
    }

    @Test
    void yamlAliasesAreAnErrorAsInCloudFormation() throws IOException {
        assertThat(errors("Resources: {A: &x {Type: AWS::S3::Bucket}, B: *x}"))
                .singleElement()
                .asString()
                .contains("does not support YAML anchors");
    }

    @Test
    void aDuplicateResourceIsAnError() throws IOException {
        assertThat(
                        errors(
                                """
                                Resources:
                                  A: {Type: AWS::S3::Bucket}
                                  A: {Type: AWS::SNS::Topic}
                                """))
                .containsExactly(file() + ":3: A is a duplicate key");
    }

    @Test
    void propertiesWithoutEffectAreIgnoredWithTheirContent() throws IOException {
        Template template =
                read(
                        """
                        Resources:
                          Alarm:
                            Type: AWS::CloudWatch::Alarm
                            Properties: {Threshold: !If [A, 1, 2]}
                          Jobs:
                            Type: AWS::SQS::Queue
                            Properties: {SqsManagedSseEnabled: !FindInMap [a, b, c]}
                        """);
        assertThat(template.resources()).containsOnlyKeys("Jobs");
        assertThat(properties(template, "Jobs").fields()).isEmpty();
    }

    @Test
    void globalsAreMergedIntoEveryFunctionWhichMayOverrideThem() throws IOException {
        Template template =
                read(
                        """
                        Resources:
                          Worker:
                            Type: AWS::Serverless::Function
                            Properties: {Timeout: 120, Environment: {Variables: {B: own, C: own}}}
                        Globals:
                          Function: {Timeout: 10, MemorySize: 512, Environment: {Variables: {A: all, B: all}}}
                        """);
        TemplateValue.Fields properties = properties(template, "Worker");
        assertThat(new Intrinsics("t", "Worker", new EmptyScope()).evaluate(properties).toString())
                .isEqualTo(
                        """
                        {"Timeout":120,"MemorySize":512,"Environment":{"Variables":{"A":"all","B":"own","C":"own"}}}\
                        """);
    }

    @Test
    void aCodeUriInGlobalsIsAnErrorBecauseAwsWouldPackageTheWholeFolder() throws IOException {
        assertThat(
                        errors(
                                """
                                Globals:
                                  Function: {CodeUri: target/function.zip}
                                Resources: {}
                                """))
                .singleElement()
                .asString()
                .contains("Globals.Function", "CodeUri");
    }

    private static TemplateValue.Fields properties(Template template, String logicalId) {
        return Objects.requireNonNull(template.resources().get(logicalId)).properties();
    }

    private Path file() {
        return folder.resolve("template.yaml");
    }

    private Template read(String yaml) throws IOException {
        return new TemplateReader().read(Files.writeString(file(), yaml));
    }

    private List<String> errors(String yaml) throws IOException {
        Files.writeString(file(), yaml);
        return catchThrowableOfType(
                        TemplateException.class, () -> new TemplateReader().read(file()))
                .errors();
    }
}
