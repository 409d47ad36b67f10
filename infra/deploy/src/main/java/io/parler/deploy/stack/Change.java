package io.parler.deploy.stack;

import java.util.Set;

/// What a change set does to one resource.
public record Change(Kind kind, String id, String type) {
    private static final Set<String> HOLDS_DATA =
            Set.of(
                    "AWS::DynamoDB::Table",
                    "AWS::DynamoDB::GlobalTable",
                    "AWS::S3::Bucket",
                    "AWS::KMS::Key",
                    "AWS::Logs::LogGroup",
                    "AWS::SecretsManager::Secret",
                    "AWS::SQS::Queue");

    /// The effect on a resource, from harmless to final.
    public enum Kind {
        ADD("add"),
        CHANGE("change"),
        MAY_REPLACE("may replace"),
        REPLACE("replace"),
        REMOVE("remove");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// Whether data goes: the resource holds some, and is replaced by an empty one or removed.
    public boolean losesData() {
        return HOLDS_DATA.contains(type)
                && (kind == Kind.REPLACE || kind == Kind.MAY_REPLACE || kind == Kind.REMOVE);
    }
}
