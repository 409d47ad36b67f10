/// The `parler` command.
@NullMarked
package io.parler.cli;

import org.jspecify.annotations.NullMarked;
