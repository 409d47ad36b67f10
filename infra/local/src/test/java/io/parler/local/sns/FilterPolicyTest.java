package io.parler.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPolicyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type": ["a.v1", "b.v1"]}                       | String       | b.v1      | true
                    {"type": ["a.v1", "b.v1"]}                       | String       | c.v1      | false
                    {"type": [{"prefix": "conv"}]}                   | String       | converted | true
                    {"type": [{"prefix": "conv"}]}                   | String       | reconv    | false
                    {"type": [{"suffix": ".v1"}]}                    | String       | a.v1      | true
                    {"type": [{"suffix": ".v1"}]}                    | String       | a.v2      | false
                    {"type": [{"equals-ignore-case": "OK"}]}         | String       | ok        | true
                    {"type": [{"anything-but": "a"}]}                | String       | b         | true
                    {"type": [{"anything-but": ["a", "b"]}]}         | String       | b         | false
                    {"type": [{"anything-but": {"prefix": "a"}}]}    | String       | ab        | false
                    {"type": [{"exists": true}]}                     | String       | x         | true
                    {"type": [{"exists": false}]}                    | String       | x         | false
                    {"type": [5]}                                    | Number       | 5.0       | true
                    {"type": [{"numeric": [">=", 1, "<", 10]}]}      | Number       | 1         | true
                    {"type": [{"numeric": [">=", 1, "<", 10]}]}      | Number       | 10        | false
                    {"type": [{"numeric": ["=", 10]}]}               | String       | 10        | false
                    {"type": ["b"]}                                  | String.Array | ["a","b"] | true
                    {"$or": [{"type": ["a"]}, {"other": ["x"]}]}     | String       | a         | true
                    {"$or": [{"type": ["a"]}, {"other": ["x"]}]}     | String       | b         | false
                    {"type": ["a"], "other": ["x"]}                  | String       | a         | false
                    """)
    void attributesAreMatchedAsDocumentedBySns(
            String policy, String dataType, String value, boolean matches) throws Exception {
        assertThat(
                        FilterPolicy.parse(policy)
                                .matchesAttributes(
                                        Map.of("type", new MessageAttribute(dataType, value))))
                .isEqualTo(matches);
    }

    @Test
    void aMissingAttributeMatchesOnlyExistsFalse() throws Exception {
        assertThat(
                        FilterPolicy.parse("{\"type\": [{\"exists\": false}]}")
                                .matchesAttributes(Map.of()))
                .isTrue();
        assertThat(
                        FilterPolicy.parse("{\"type\": [{\"anything-but\": \"a\"}]}")
                                .matchesAttributes(Map.of()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"a": {"b": ["x"]}}     | {"a": {"b": "x"}}          | true
                    {"a": {"b": ["x"]}}     | {"a": {"b": "y"}}          | false
                    {"a": {"b": ["x"]}}     | {"a": [{"b": 1}, {"b":"x"}]} | true
                    {"a": [true, null]}     | {"a": null}                | true
                    {"a": ["x"]}            | not json                   | false
                    """)
    void bodiesAreMatchedByNestedKeys(String policy, String body, boolean matches)
            throws Exception {
        assertThat(FilterPolicy.parse(policy).matchesBody(body)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"a\": \"x\"}",
                "{\"a\": []}",
                "{\"a\": [{\"cidr\": \"10.0.0.0/8\"}]}",
                "{\"a\": [{\"numeric\": [\">\"]}]}"
            })
    void anUnsupportedPolicyIsRejected(String policy) {
        assertThatThrownBy(() -> FilterPolicy.parse(policy))
                .isInstanceOf(SnsError.class)
                .hasMessageContaining("FilterPolicy");
    }
}
