/// State machines of Step Functions: an interpreter of the states that are supported, and its API.
@NullMarked
package io.parler.local.stepfunctions;

import org.jspecify.annotations.NullMarked;
