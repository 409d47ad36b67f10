/// End-to-end tests, and checks on all templates and contracts.
@NullMarked
package io.parler.e2e;

import org.jspecify.annotations.NullMarked;
