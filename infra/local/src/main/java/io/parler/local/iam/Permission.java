package io.parler.local.iam;

/// The right to perform an action on a resource, such as `dynamodb:PutItem` on a table's ARN.
public record Permission(String action, String resource) {}
