package io.parler.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;

/// A state machine of the suite.
///
/// @param definition in the Amazon States Language, checked by [DefinitionRules]
/// @param functions invokes functions in the role of the state machine
public record StateMachine(
        String name, String arn, JsonNode definition, FunctionInvoker functions) {}
