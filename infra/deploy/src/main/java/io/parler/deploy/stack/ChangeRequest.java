package io.parler.deploy.stack;

import java.util.List;

/// What a stack is to become.
///
/// @param create whether the stack does not exist yet
/// @param template the text, or where it is
public record ChangeRequest(
        String stack,
        boolean create,
        TemplateSource template,
        List<ParameterValue> parameters,
        boolean namedIam) {}
