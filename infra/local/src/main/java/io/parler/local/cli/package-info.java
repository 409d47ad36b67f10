/// The `parler` command.
@NullMarked
package io.parler.local.cli;

import org.jspecify.annotations.NullMarked;
