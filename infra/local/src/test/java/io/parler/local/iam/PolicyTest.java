package io.parler.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.local.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final Arns ARNS = new Arns("eu-west-1", "000000000000");
    private static final String WHERE = "shop.yaml:3: Orders";

    @ParameterizedTest
    @CsvSource({
        "s3:GetObject, arn:aws:s3:::b/a/x, true",
        "s3:getobject, arn:aws:s3:::b/a/x/y, true",
        "s3:GetObjectAcl, arn:aws:s3:::b/a/x, false",
        "s3:GetObject, arn:aws:s3:::b/A/x, false",
        "s3:GetObject, arn:aws:s3:::b/a, false",
        "s3:PutObject, arn:aws:s3:::b/a/x, false",
        "sqs:SendMessage, arn:aws:sqs:q1, true",
        "sqs:SendMessage, arn:aws:sqs:q12, false"
    })
    void aCallIsAllowedWhereActionAndResourceMatch(String action, String arn, boolean allowed) {
        Role role =
                role(
                        """
                        {"Statement": [
                          {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::b/a/*"},
                          {"Effect": "Allow", "Action": "sqs:Send*", "Resource": "arn:aws:sqs:q?"}]}
                        """);
        assertThat(role.denial(new Permission(action, arn)).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void anExplicitDenyWinsOverEveryAllow() {
        Role role =
                role(
                        """
                        {"Statement": [
                          {"Effect": "Allow", "Action": "*", "Resource": "*"},
                          {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::secret/*"}]}
                        """);
        assertThat(role.denial(new Permission("s3:GetObject", "arn:aws:s3:::secret/x")))
                .contains("with an explicit deny in an identity-based policy");
        assertThat(role.denial(new Permission("s3:GetObject", "arn:aws:s3:::open/x"))).isEmpty();
    }

    @Test
    void aConditionOnAKeyThatNoRequestHasAllowsNothing() {
        Role role =
                role(
                        """
                        {"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*",
                          "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}}
                        """);
        assertThat(role.denial(new Permission("s3:GetObject", "arn:aws:s3:::b/x"))).isPresent();
    }

    @Test
    void whatCanNotBeEvaluatedIsNamedAllAtOnce() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(
                        () ->
                                role(
                                        """
                                        {"Statement": [
                                          {"Effect": "Allow", "NotAction": "s3:*", "Resource": "*"},
                                          {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/${aws:username}"},
                                          {"Effect": "Maybe", "Principal": "*", "Action": "s3:*", "Resource": "*",
                                           "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}}]}
                                        """))
                .satisfies(
                        e ->
                                assertThat(e.errors())
                                        .containsExactlyInAnyOrder(
                                                WHERE + ": NotAction is not supported here",
                                                WHERE + ": a statement without Action",
                                                WHERE
                                                        + ": the policy variable in"
                                                        + " arn:aws:s3:::b/${aws:username} is not supported here",
                                                WHERE
                                                        + ": Effect must be Allow or Deny, not \"Maybe\"",
                                                WHERE + ": Principal is not supported here",
                                                WHERE
                                                        + ": Condition IpAddress is not supported here",
                                                WHERE
                                                        + ": Condition on aws:SourceIp is not supported here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ArnEquals", "ArnLike", "StringLike"})
    void aTopicMaySendWhereThePolicyOfTheQueueNamesIt(String operator) {
        QueuePolicies policies = new QueuePolicies(ARNS);
        policies.set(WHERE, "arn:q", queuePolicy(operator, "sns.amazonaws.com", "arn:topic-*"));
        assertThat(policies.denial("arn:topic-1", "arn:q")).isEmpty();
        assertThat(policies.denial("arn:other", "arn:q"))
                .contains(
                        "no AWS::SQS::QueuePolicy of arn:q allows sns.amazonaws.com"
                                + " sqs:SendMessage from arn:other");
        assertThat(policies.denial("arn:topic-1", "arn:q2")).isPresent();
    }

    @Test
    void aTopicMayNotSendWhereThePolicyNamesAnotherServiceOrHasNoWildcards() {
        QueuePolicies policies = new QueuePolicies(ARNS);
        policies.set(WHERE, "arn:q", queuePolicy("ArnLike", "events.amazonaws.com", "arn:*"));
        assertThat(policies.denial("arn:topic", "arn:q")).isPresent();
        policies.set(WHERE, "arn:q", queuePolicy("StringEquals", "sns.amazonaws.com", "arn:*"));
        assertThat(policies.denial("arn:topic", "arn:q")).isPresent();
    }

    @Test
    void thePermissionsInATemplateAreReportedAsWritten() {
        Role role =
                role(
                        """
                        {"Statement": [
                          {"Effect": "Allow", "Action": ["s3:Get*", "s3:PutObject"], "Resource": ["arn:aws:s3:::b/a/*", "arn:aws:s3:::b/c/*"]},
                          {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::secret"}]}
                        """);
        assertThat(role.granted()).hasSize(4);
        assertThat(role.used(new Permission("s3:GetObject", "arn:aws:s3:::b/c/1")))
                .isEqualTo(List.of(new Permission("s3:Get*", "arn:aws:s3:::b/c/*")));
    }

    private static Role role(String policy) {
        ObjectMapper json = new ObjectMapper();
        return Role.ofFunction(
                WHERE,
                "OrdersRole",
                "Orders",
                json.createObjectNode().set("Policies", json(policy)),
                new ManagedPolicies(ARNS));
    }

    private static JsonNode queuePolicy(String operator, String service, String source) {
        return json(
                """
                {"Statement": [{"Effect": "Allow", "Principal": {"Service": "%s"}, "Action": "sqs:SendMessage",
                  "Resource": "*", "Condition": {"%s": {"aws:SourceArn": "%s"}}}]}
                """
                        .formatted(service, operator, source));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
