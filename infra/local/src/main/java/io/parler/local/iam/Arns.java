package io.parler.local.iam;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Builds the ARNs of one account and region.
public record Arns(String region, String account) {
    private static final int SUFFIX_LENGTH = 6;

    public String of(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }

    /// The ARN of a secret, which ends in a hyphen and six characters. They are random on AWS; here
    /// they follow from the name, so that a restart finds the same.
    public String secret(String name) {
        return of("secretsmanager", "secret:" + name + "-" + suffix(name));
    }

    /// The name of a secret, from its name or ARN.
    public String secretName(String nameOrArn) {
        String prefix = of("secretsmanager", "secret:");
        if (!nameOrArn.startsWith(prefix)) {
            return nameOrArn;
        }
        String name = nameOrArn.substring(prefix.length());
        int end = name.length() - SUFFIX_LENGTH - 1;
        return end > 0 && secret(name.substring(0, end)).equals(nameOrArn)
                ? name.substring(0, end)
                : name;
    }

    private static String suffix(String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SUFFIX_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String role(String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    String policy(String name) {
        return "arn:aws:iam::" + account + ":policy/" + name;
    }
}
