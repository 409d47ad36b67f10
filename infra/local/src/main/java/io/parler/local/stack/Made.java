package io.parler.local.stack;

import java.util.Map;

/// A resource that stands: what `Ref` gives for it, and `GetAtt`.
record Made(String ref, Map<String, String> attributes) {}
