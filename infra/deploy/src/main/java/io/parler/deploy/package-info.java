/// The command `parler deploy`.
@NullMarked
package io.parler.deploy;

import org.jspecify.annotations.NullMarked;
