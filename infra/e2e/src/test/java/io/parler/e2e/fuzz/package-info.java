/// Requests generated from the OpenAPI document, valid and hostile, and what each answer must be.
@NullMarked
package io.parler.e2e.fuzz;

import org.jspecify.annotations.NullMarked;
