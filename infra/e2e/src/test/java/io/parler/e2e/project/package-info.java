/// The project's files and the machine's tools.
@NullMarked
package io.parler.e2e.project;

import org.jspecify.annotations.NullMarked;
