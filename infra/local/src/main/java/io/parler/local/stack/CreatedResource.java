package io.parler.local.stack;

import java.util.Map;

/// A created resource: the value of `Ref`, and the attributes for `GetAtt`.
record CreatedResource(String ref, Map<String, String> attributes) {}
