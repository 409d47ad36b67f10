/// Deployment of stacks: creates the resources of the templates.
@NullMarked
package io.parler.local.stack;

import org.jspecify.annotations.NullMarked;
