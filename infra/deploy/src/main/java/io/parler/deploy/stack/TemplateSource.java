package io.parler.deploy.stack;

import java.nio.charset.StandardCharsets;

/// How a template travels to CloudFormation: in the request, or by its address when it is long.
public sealed interface TemplateSource {
    /// CloudFormation's limit for a template in a request, in bytes.
    int MAX_BODY_BYTES = 51_200;

    record Body(String text) implements TemplateSource {
        public static boolean fits(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length <= MAX_BODY_BYTES;
        }
    }

    record Stored(String bucket, String key) implements TemplateSource {}
}
