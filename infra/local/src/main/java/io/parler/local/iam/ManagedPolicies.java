package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.template.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The managed policies: those of the suite by ARN, and the few of AWS that functions have most.
public final class ManagedPolicies {
    static final List<Statement> BASIC_EXECUTION =
            List.of(
                    Statement.allow(
                            List.of(
                                    "logs:CreateLogGroup",
                                    "logs:CreateLogStream",
                                    "logs:PutLogEvents")));
    static final List<Statement> QUEUE_EXECUTION =
            List.of(
                    Statement.allow(
                            List.of(
                                    "sqs:ReceiveMessage",
                                    "sqs:DeleteMessage",
                                    "sqs:GetQueueAttributes")));
    private static final Map<String, List<Statement>> OF_AWS =
            Map.of(
                    "AWSLambdaBasicExecutionRole", BASIC_EXECUTION,
                    "AWSLambdaSQSQueueExecutionRole", QUEUE_EXECUTION);

    private final Arns arns;
    private final Map<String, List<Statement>> ofTheSuite = new HashMap<>();

    public ManagedPolicies(Arns arns) {
        this.arns = arns;
    }

    /// Adds a policy of the suite and returns its ARN.
    ///
    /// @param where the file, line and name, for errors
    public String add(String where, String name, JsonNode document) {
        String arn = arns.policy(name);
        ofTheSuite.put(arn, PolicyReader.readForRole(where, document));
        return arn;
    }

    /// The statements of a permissions boundary.
    List<Statement> boundary(String where, String arn) {
        return named(arn)
                .orElseThrow(
                        () ->
                                new TemplateException(
                                        where
                                                + ": PermissionsBoundary "
                                                + arn
                                                + " is not a policy of this suite"));
    }

    /// The statements of a function's `Policies`: documents, and names or ARNs of managed policies.
    List<Statement> ofFunction(String where, JsonNode policies) {
        List<Statement> statements = new ArrayList<>();
        if (policies.isArray()) {
            policies.forEach(policy -> statements.addAll(ofFunction(where, policy)));
        } else if (policies.isTextual()) {
            statements.addAll(
                    named(policies.asText())
                            .orElseThrow(() -> unsupported(where, "policy " + policies.asText())));
        } else if (policies.has("Statement")) {
            statements.addAll(PolicyReader.readForRole(where, policies));
        } else if (!policies.isMissingNode()) {
            throw unsupported(where, "policy template " + String.join(", ", names(policies)));
        }
        return statements;
    }

    private Optional<List<Statement>> named(String nameOrArn) {
        return Optional.ofNullable(ofTheSuite.get(nameOrArn))
                .or(
                        () ->
                                Optional.ofNullable(
                                        OF_AWS.get(
                                                nameOrArn.substring(
                                                        nameOrArn.lastIndexOf('/') + 1))));
    }

    private static List<String> names(JsonNode policy) {
        List<String> names = new ArrayList<>();
        policy.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static TemplateException unsupported(String where, String what) {
        return new TemplateException(where + ": " + what + " is not supported here");
    }
}
