package io.parler.deploy.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "AWS::DynamoDB::Table, DynamoDB table",
        "AWS::Serverless::Function, function",
        "AWS::Serverless::HttpApi, HTTP API",
        "AWS::CloudFront::OriginAccessControl, CloudFront origin access control",
        "AWS::Logs::LogGroup, log group",
        "Custom::Thing, Custom::Thing",
    })
    void aTypeBecomesWords(String type, String words) {
        assertThat(Words.noun(type)).isEqualTo(words);
    }

    @Test
    void resourcesAreCountedByKind() {
        assertThat(
                        Words.count(
                                List.of(
                                        "AWS::SQS::QueuePolicy",
                                        "AWS::SNS::Topic",
                                        "AWS::SQS::QueuePolicy")))
                .isEqualTo("1 SNS topic, 2 SQS queue policies");
    }
}
