package io.parler.deploy.destroy;

import io.parler.deploy.stack.StackResource;
import io.parler.deploy.suite.Template;
import io.parler.deploy.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What stays in the account after the stacks are deleted: what templates retain, and values that
/// somebody has put into the parameter store.
public record Remains(List<StackResource> resources, List<String> parameters) {
    /// The resources of a stack that its template retains.
    static List<StackResource> retained(Template template, List<StackResource> resources) {
        Map<String, Template.Resource> byId =
                template.resources().stream()
                        .collect(Collectors.toMap(Template.Resource::id, r -> r));
        return resources.stream()
                .filter(
                        resource -> {
                            Template.Resource declared = byId.get(resource.id());
                            return declared != null && declared.isRetained();
                        })
                .toList();
    }

    /// A command that removes one of them for good.
    static String removal(StackResource resource, String awsOptions) {
        String name = resource.physicalId();
        return switch (resource.type()) {
            case "AWS::S3::Bucket" -> "aws s3 rb --force s3://" + name + awsOptions;
            case "AWS::DynamoDB::Table" ->
                    "aws dynamodb delete-table --table-name " + name + awsOptions;
            case "AWS::Logs::LogGroup" ->
                    "aws logs delete-log-group --log-group-name " + name + awsOptions;
            case "AWS::KMS::Key" -> "aws kms schedule-key-deletion --key-id " + name + awsOptions;
            case "AWS::SecretsManager::Secret" ->
                    "aws secretsmanager delete-secret --secret-id " + name + awsOptions;
            case "AWS::SQS::Queue" -> "aws sqs delete-queue --queue-url " + name + awsOptions;
            default -> "";
        };
    }

    /// One entry for each thing that remains: kind, name and the command that removes it.
    public List<List<String>> rows(String awsOptions) {
        List<List<String>> rows = new ArrayList<>();
        for (StackResource resource : resources) {
            rows.add(
                    List.of(
                            Words.noun(resource.type()),
                            resource.physicalId(),
                            removal(resource, awsOptions)));
        }
        for (String parameter : parameters) {
            rows.add(
                    List.of(
                            "SSM parameter",
                            parameter,
                            "aws ssm delete-parameter --name " + parameter + awsOptions));
        }
        return rows;
    }
}
