/// Compares what is deployed with the local build.
@NullMarked
package io.parler.deploy.status;

import org.jspecify.annotations.NullMarked;
