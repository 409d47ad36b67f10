/// The `parler bench` command.
@NullMarked
package io.parler.bench;

import org.jspecify.annotations.NullMarked;
