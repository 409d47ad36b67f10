package io.parler.local.template;

import java.util.List;
import java.util.Map;

/// A value in a template, not evaluated yet.
public sealed interface TemplateValue {

    /// The line where it starts, from 1.
    int line();

    /// A string, number or boolean.
    record Scalar(Object value, int line) implements TemplateValue {}

    record Items(List<TemplateValue> items, int line) implements TemplateValue {}

    record Fields(Map<String, TemplateValue> fields, int line) implements TemplateValue {}

    /// A call of an intrinsic function, with its long name (`Ref`, `Fn::Sub`).
    record Call(String function, TemplateValue argument, int line) implements TemplateValue {}
}
