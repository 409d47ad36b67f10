/// Deletes the stacks of a stage and reports what remains.
@NullMarked
package io.parler.deploy.destroy;

import org.jspecify.annotations.NullMarked;
