package io.parler.local.stepfunctions;

import static io.parler.local.stepfunctions.StateMachineFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'Type': 'Parallel', 'End': true}                               | A: Type Parallel is not supported here
                    {'Type': 'Pass', 'Result': 1, 'End': true}                      | A: Result is not supported here
                    {'Type': 'Pass', 'Next': 'B'}                                   | A: there is no state B
                    {'Type': 'Pass'}                                                | A: either Next or End: true
                    {'Type': 'Wait', 'Seconds': 1, 'Timestamp': 'x', 'End': true}   | A: Timestamp is not supported here
                    {'Type': 'Pass', 'Output': '{% a + %}', 'End': true}            | A: 'a +' is not JSONata: Unexpected end of expression
                    {'Type': 'Pass', 'Output': ['{% $uuid() %}'], 'End': true}      | A: '$uuid()' $uuid() is not supported here
                    {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage', 'End': true} | A: Resource arn:aws:states:::sqs:sendMessage is not supported here
                    {'Type': 'Map', 'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED'}, 'StartAt': 'C', 'States': {'C': {'Type': 'Succeed'}}}, 'End': true} | A: Mode DISTRIBUTED is not supported here
                    {'Type': 'Map', 'Assign': {'x': 1}, 'ItemProcessor': {'StartAt': 'C', 'States': {'C': {'Type': 'Pass', 'Assign': {'x': 2}, 'End': true}}}, 'End': true} | C: Assign of x, a variable outside the map
                    """,
            quoteCharacter = '~')
    void whatIsNotSupportedIsNamed(String state, String error) {
        assertThat(
                        DefinitionRules.errors(
                                json(
                                        "{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'States': {'A': "
                                                + state
                                                + "}}")))
                .containsExactly(error);
    }

    @Test
    void aDefinitionInJsonPathIsRefused() {
        assertThat(
                        DefinitionRules.errors(
                                json("{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}")))
                .containsExactly("QueryLanguage other than JSONata is not supported here");
    }
}
