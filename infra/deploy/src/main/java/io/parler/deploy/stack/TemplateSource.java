package io.parler.deploy.stack;

/// How a template travels to CloudFormation: in the request, or by its address when it is long.
public sealed interface TemplateSource {
    /// CloudFormation's limit for a template in a request, in bytes.
    int MAX_BODY_BYTES = 51_200;

    record Body(String text) implements TemplateSource {}

    record Stored(String bucket, String key) implements TemplateSource {}
}
