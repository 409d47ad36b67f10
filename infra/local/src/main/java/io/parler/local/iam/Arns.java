package io.parler.local.iam;

/// Builds the ARNs of one account and region.
public record Arns(String region, String account) {

    public String of(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }

    String role(String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    String policy(String name) {
        return "arn:aws:iam::" + account + ":policy/" + name;
    }
}
