package io.parler.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::SecretsManager::Secret"})
    void whatHoldsDataLosesItWhenItIsReplacedOrRemoved(String type) {
        assertThat(new Change(Change.Kind.REPLACE, "A", type).losesData()).isTrue();
        assertThat(new Change(Change.Kind.REMOVE, "A", type).losesData()).isTrue();
        assertThat(new Change(Change.Kind.CHANGE, "A", type).losesData()).isFalse();
    }

    @Test
    void aFunctionHoldsNoData() {
        assertThat(new Change(Change.Kind.REMOVE, "A", "AWS::Lambda::Function").losesData())
                .isFalse();
    }
}
