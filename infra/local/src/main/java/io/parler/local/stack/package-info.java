/// Stands templates up through AWS APIs, wherever those are, and joins the stacks of a suite.
@NullMarked
package io.parler.local.stack;

import org.jspecify.annotations.NullMarked;
