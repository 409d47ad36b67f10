/// What a deployment will change and cost.
@NullMarked
package io.parler.deploy.plan;

import org.jspecify.annotations.NullMarked;
