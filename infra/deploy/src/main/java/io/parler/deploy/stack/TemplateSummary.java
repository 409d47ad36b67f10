package io.parler.deploy.stack;

import java.util.List;
import java.util.Optional;

/// What CloudFormation reports about a template.
///
/// @param needsNamedIam whether it names IAM resources, which must be allowed
public record TemplateSummary(List<Parameter> parameters, boolean needsNamedIam) {
    /// A parameter that the template declares.
    public record Parameter(String name, String type, Optional<String> defaultValue) {
        /// Whether its value is a name in the parameter store.
        public boolean isStored() {
            return type.startsWith("AWS::SSM::Parameter::Value<");
        }
    }

    public List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }
}
