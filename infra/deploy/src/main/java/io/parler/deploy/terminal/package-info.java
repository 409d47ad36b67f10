/// Text for the terminal.
@NullMarked
package io.parler.deploy.terminal;

import org.jspecify.annotations.NullMarked;
