package io.parler.frontend;

import java.util.Optional;

/// Why there is no audio: a problem's type (`/problems/<slug>`), its title, and what was wrong.
public record Trouble(String type, String title, Optional<String> detail) {}
