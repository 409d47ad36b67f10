package io.parler.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {
    private static final ReferenceScope SCOPE =
            new ReferenceScope() {
                private final Map<String, String> names =
                        Map.of("Jobs", "http://sqs/jobs", "AWS::Region", "us-east-1", "N", "1");

                @Override
                public Optional<String> ref(String name) {
                    return Optional.ofNullable(names.get(name));
                }

                @Override
                public Optional<String> attribute(String logicalId, String attribute) {
                    return logicalId.equals("Jobs") && attribute.equals("Arn")
                            ? Optional.of("arn:jobs")
                            : Optional.empty();
                }

                @Override
                public Optional<Boolean> condition(String name) {
                    return switch (name) {
                        case "Yes" -> Optional.of(true);
                        case "No" -> Optional.of(false);
                        default -> Optional.empty();
                    };
                }
            };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Jobs | \"http://sqs/jobs\"",
                "{Ref: Jobs} | \"http://sqs/jobs\"",
                "!GetAtt Jobs.Arn | \"arn:jobs\"",
                "{Fn::GetAtt: [Jobs, Arn]} | \"arn:jobs\"",
                "!Sub '${Jobs.Arn} in ${AWS::Region}' | \"arn:jobs in us-east-1\"",
                "!Sub ['${What}-${N}', {What: !GetAtt Jobs.Arn}] | \"arn:jobs-1\"",
                "!Sub 'not ${!Jobs}' | \"not ${Jobs}\"",
                "!Join ['-', [a, !Ref N, c]] | \"a-1-c\"",
                "!Select [1, [a, b]] | \"b\"",
                "!Select [!Ref N, !Split [',', 'a,b']] | \"b\"",
                "{a: !Ref AWS::NoValue, b: 2} | {\"b\":2}",
                "!If [Yes, a, b] | \"a\"",
                "!If [No, a, !Ref N] | \"1\"",
                "[!If [No, a, !Ref AWS::NoValue], b] | [\"b\"]",
                "!Equals [!Ref N, '1'] | true",
                "!Not [!Equals [!Ref N, '1']] | false",
                "!And [!Condition Yes, !Equals [a, a]] | true",
                "!And [!Condition Yes, !Condition No] | false",
                "!Or [!Condition No, {Condition: Yes}] | true",
                "!Or [!Condition No, !Condition No] | false",
                "[true, 10, 1.5, '10', yes] | [true,10,1.5,\"10\",\"yes\"]",
            })
    void functionsAreEvaluated(String yaml, String json) {
        assertThat(evaluate(yaml)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!ImportValue x | Fn::ImportValue",
                "!If [a, b, c] | condition a",
                "!If [Yes, b] | If without a condition and two values",
                "!And [!Condition Yes] | Fn::And with these operands",
                "!Base64 x | Fn::Base64",
                "!Ref Nothing | Nothing",
                "!GetAtt Jobs.Color | Jobs.Color",
                "!Sub '${Nothing}' | Nothing",
                "!Select [5, [a]] | Select outside its list",
            })
    void unsupportedFunctionsAreNamed(String yaml, String name) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> evaluate(yaml))
                .withMessage("file.yaml:1: Worker: " + name + " is not supported here");
    }

    @Test
    void anUnsupportedFunctionIsFoundInsideASupportedOne() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> evaluate("!Join ['-', [!Cidr [a, b, c]]]"))
                .withMessageContaining("Fn::Cidr");
    }

    private static String evaluate(String yaml) {
        return new Intrinsics("file.yaml", "Worker", SCOPE)
                .evaluate(YamlReader.read("file.yaml", new StringReader(yaml)))
                .toString();
    }
}
