package io.parler.frontend;

import java.util.Optional;

/// Why a conversion has no audio: a problem's type (`/problems/<slug>`), title and detail.
public record ConversionProblem(String type, String title, Optional<String> detail) {}
