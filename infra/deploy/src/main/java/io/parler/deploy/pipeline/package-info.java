/// The pipelines of a stage, one for each of its stacks.
@NullMarked
package io.parler.deploy.pipeline;

import org.jspecify.annotations.NullMarked;
