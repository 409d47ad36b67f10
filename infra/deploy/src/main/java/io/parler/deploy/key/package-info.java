/// The owner's first key.
@NullMarked
package io.parler.deploy.key;

import org.jspecify.annotations.NullMarked;
