/// Writes down what a run consumed of each AWS service.
@NullMarked
package io.parler.local.usage;

import org.jspecify.annotations.NullMarked;
