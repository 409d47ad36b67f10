package io.parler.local.template;

import java.util.List;
import java.util.Map;

/// What a template writes in one place, before any parameter or resource is known.
public sealed interface Value {

    /// The line it starts on, from 1.
    int line();

    /// A string, number or boolean.
    record Scalar(Object value, int line) implements Value {}

    record Items(List<Value> items, int line) implements Value {}

    record Fields(Map<String, Value> fields, int line) implements Value {}

    /// An intrinsic function by its long name (`Ref`, `Fn::Sub`), whichever way it was written.
    record Call(String function, Value argument, int line) implements Value {}
}
